"""The channels that the reference has not, over all 2^24 colours, compared with scikit-image.

skimage_peers.py   prints for each channel the largest difference, on its scale of 0..255.

Needs Debian's python3-pil, python3-numpy and python3-skimage.
"""
import numpy as np
from PIL import Image
from skimage import color
from skimage.color import deltaE_ciede2000, deltaE_cie76, lab2lch, separate_stains

import oracle

MATRICES = [f"{name}_from_rgb" for name in ("hed", "hdx", "fgx", "bex", "rbd", "gdx", "hax", "bro", "bpx", "ahx", "hpx")]
COLOURS = "#b5651d", "#2030c0", "#80827e"
ROWS = 256  # of 4096 colours at a time


def of_stains(picture, rgb, matrix, light):
    """Their stains are as long as their vectors, ours are one unit long."""
    vectors = np.linalg.inv(matrix)
    lengths = np.linalg.norm(vectors, axis=1)
    amounts = np.clip(separate_stains(rgb, matrix) * lengths * -np.log10(1e-6) * 100, 0, 255)
    text = ";".join(",".join(map(repr, map(float, vector))) for vector in vectors)
    ours = [oracle.channel(picture, f"Stain {number}", text + "|255,255,255") for number in (1, 2, 3)]
    return (np.abs(amounts - np.stack(ours, -1)) * light[..., None]).max()


def differences(picture):
    """For each channel the differences of these colours."""
    rgb = np.asarray(picture)[..., :3]
    bands = [np.asarray(picture.convert("LAB").getchannel(i)).astype(np.float64) for i in range(3)]
    lab = np.stack([bands[0] * 100 / 255, bands[1] - 128, bands[2] - 128], -1)
    light = (rgb > 0).all(-1)
    for matrix in MATRICES:
        yield f"Stain 1 to Stain 3 of {matrix} where no byte is 0", of_stains(picture, rgb, getattr(color, matrix), light)
    lch = lab2lch(lab)
    yield "C (LCH)", np.abs(lch[..., 1] - oracle.channel(picture, "C (LCH)")).max()
    yield "H (LCH)", np.abs(lch[..., 2] / (2 * np.pi) * 255 - oracle.channel(picture, "H (LCH)")).max()
    for name, formula in ("Distance", deltaE_cie76), ("Distance (CIEDE2000)", deltaE_ciede2000):
        for colour in COLOURS:
            point = Image.new("RGB", (1, 1), colour).convert("LAB")
            l0, a0, b0 = (float(point.getchannel(i).getpixel((0, 0))) for i in range(3))
            reference = np.array([l0 * 100 / 255, a0 - 128, b0 - 128])
            theirs = np.minimum(255, formula(np.broadcast_to(reference, lab.shape), lab))
            apart = np.abs(theirs - oracle.channel(picture, name, colour))
            da, db = reference[1:]
            opposite = (lab[..., 1] * db == lab[..., 2] * da) & (lab[..., 1] * da + lab[..., 2] * db < 0)
            yield f"{name} from {colour}", (apart * ~opposite).max()
            yield f"{name} from {colour} where hues are opposite", (apart * opposite).max()


def main():
    worst = {}
    for start in range(0, 4096, ROWS):
        i = np.arange(start * 4096, (start + ROWS) * 4096, dtype=np.uint32).reshape(ROWS, 4096)
        rgb = np.stack([i >> 16, i >> 8 & 255, i & 255], -1).astype(np.uint8)
        for name, difference in differences(Image.fromarray(rgb).convert("RGBA")):
            worst[name] = max(worst.get(name, 0), difference)
    for name, difference in worst.items():
        print(f"{name}\t{difference:.4f}")


if __name__ == "__main__":
    main()
