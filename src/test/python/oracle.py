"""The definition of a mask once more, in numpy and on Pillow's own colour conversions: what the Java code must equal.

oracle.py colours   prints the hash of every channel that the reference has not, over all 2^24 colours
oracle.py FOLDER   reads FOLDER/cases.tsv (picture, mask or -, channel, black, white, gray, invert; a heading first;
                   cells for hue, statistics, inside, output and, for stains and distances, what they need, may follow) and writes FOLDER/masks.tsv: the same with
                   clip range and SHA-256 of each mask. For a stack there are names of pictures with spaces between them,
                   and of one or more masks, the last of which repeats; then low and high are those of the slices, and
                   the hash is that of the masks one after the other.

Needs Debian's python3-pil and python3-numpy.
"""
import hashlib
import os
import sys
from functools import lru_cache

import numpy as np
from PIL import Image

BYTES = np.arange(256)


def pixels(path):
    """A picture as red, green, blue and alpha bytes."""
    return Image.open(path).convert("RGBA")


def channel(picture, name, more=""):
    """One byte per pixel, from a name such as 'L (LAB)'; more are stains and background, or colours."""
    if name == "Alpha":
        return np.asarray(picture.getchannel("A"))
    if name.startswith("Stain"):
        return stain(np.asarray(picture)[..., :3], int(name[-1]) - 1, more)
    if "LCH" in name or name.startswith("Distance"):
        return of_lab(picture, name, more)
    letter, space = name[0], name[3:-1]
    converted = picture.convert("YCbCr" if space == "YUV" else space)
    return np.asarray(converted.getchannel(space.index(letter)))  # as bands: numpy sees a whole LAB picture signed


def stain(rgb, number, more):
    """100 times the amount that explains the optical densities, by the inverse of the unit vectors' matrix."""
    stains, background = more.split("|")
    vectors = np.array([[float(part) for part in vector.split(",")] for vector in stains.split(";")])
    inverse = np.linalg.inv(vectors / np.linalg.norm(vectors, axis=1)[:, None])
    amount = 0.5
    for c, white in enumerate(map(int, background.split(","))):
        densities = np.maximum(0, np.log10(white / np.maximum(BYTES, 1)))
        amount = amount + (np.rint(65536 * 100 * inverse[c, number] * densities) / 65536)[rgb[..., c]]
    return np.clip(np.floor(amount), 0, 255).astype(np.uint8)


def of_lab(picture, name, more):
    """Chroma, hue or distance, from the bytes of L, a and b."""
    bands = [np.asarray(picture.convert("LAB").getchannel(i)).astype(np.float64) for i in range(3)]
    light, a, b = bands[0] * 100 / 255, bands[1] - 128, bands[2] - 128
    if name == "C (LCH)":
        return np.rint(np.hypot(a, b)).astype(np.uint8)
    if name == "H (LCH)":
        return np.floor(np.arctan2(b, a) / (2 * np.pi) % 1 * 255).astype(np.uint8)
    least = np.inf
    for colour in more.split(","):
        point = Image.new("RGB", (1, 1), colour).convert("LAB")
        l0, a0, b0 = (float(point.getchannel(i).getpixel((0, 0))) for i in range(3))
        parts = difference_parts(name, light, a, b, l0 * 100 / 255, a0 - 128, b0 - 128)
        least = np.minimum(least, sum(np.rint(2601 * part) for part in parts) / 2601)
    return np.minimum(255, np.floor(np.sqrt(least) + 0.5)).astype(np.uint8)


def difference_parts(name, l1, a1, b1, l2, a2, b2):
    """What lightness and what colour add to the squared difference, CIE76 or CIEDE2000."""
    if name == "Distance":
        return (l1 - l2) ** 2, (a1 - a2) ** 2 + (b1 - b2) ** 2
    middle = ((l1 + l2) / 2 - 50) ** 2
    by_light = ((l1 - l2) / (1 + 0.015 * middle / np.sqrt(20 + middle))) ** 2

    def fade(c):
        return np.sqrt(c ** 7 / (c ** 7 + 25.0 ** 7))

    stretch = 1.5 - 0.5 * fade((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2)
    c1, c2 = np.hypot(a1 * stretch, b1), np.hypot(a2 * stretch, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    grey = c1 * c2 == 0
    turn = np.where(grey, 0, (h2 - h1 + 180) % 360 - 180)
    turn = np.where(np.abs(h2 - h1) == 180, h2 - h1, turn)
    far = np.abs(h1 - h2) > 180
    hue = np.where(grey, h1 + h2, ((h1 + h2 + np.where(far, np.where(h1 + h2 < 360, 360, -360), 0)) / 2))
    chroma = (c1 + c2) / 2
    angle = np.radians(hue)
    t = (1 - 0.17 * np.cos(angle - np.radians(30)) + 0.24 * np.cos(2 * angle)
         + 0.32 * np.cos(3 * angle + np.radians(6)) - 0.20 * np.cos(4 * angle - np.radians(63)))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    rotation = -2 * fade(chroma) * np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2))))
    return by_light, by_chroma ** 2 + by_hue ** 2 + rotation * by_chroma * by_hue


def clip_range(values):
    """The first and the last value that more than one pixel in 2000 has; 0 and 0 of no pixels."""
    counts = np.bincount(values.ravel(), minlength=256)
    frequent = np.nonzero(counts > 0.0005 * values.size)[0]
    return (int(frequent.min()), int(frequent.max())) if values.size else (0, 0)


def fixed_range(clip):
    return (0, 255) if clip == "none" else tuple(map(int, clip.split(",")))


def fall(t, white2, black2):
    """255 up to white2, 0 from black2 on."""
    white2, black2 = sorted((white2, black2))
    slope = 255 * ((black2 - t) / max(1, black2 - white2))
    return np.where(t <= white2, 255.0, np.where(t >= black2, 0.0, slope))


def tone_table(low, high, black, white, gray, invert, white2=255, black2=255):
    """What becomes of each of the 256 values."""
    if low == high:
        table = np.zeros(256)
    else:
        stretched = (np.clip(BYTES, low, high) - low) / (high - low) * 255
        table = np.trunc(stretched.astype(np.float32)).astype(np.float64)
    if black == white:
        table = np.minimum(128.0, fall(table, white2, black2))
    else:
        black, white = sorted((black, white))
        table = np.minimum(np.clip(255 * ((table - black) / (white - black)), 0, 255), fall(table, white2, black2))
        if gray != 1:
            table = np.clip(255 * np.power(table / 255, 1 / gray), 0, 255)
    table = np.trunc(table).astype(np.uint8)
    return 255 - table if invert else table


def product(values, mask):
    """Values times mask / 255, rounded."""
    p = values.astype(np.int32) * mask + 128
    return ((p + (p >> 8)) >> 8).astype(np.uint8)


def masks_of(pictures, given, name, black, white, gray, invert, hue=0, statistics="slice", inside=False, output="8-bit",
             more="", clip="auto", white2=255, black2=255):
    """The masks of a stack and their clip ranges; given are arrays of bytes, or none for the pictures' own alphas."""
    stack = [channel(picture, name, more) for picture in pictures]
    if hue:
        stack = [((values.astype(np.int32) + hue) % 255).astype(np.uint8) for values in stack]
    factors = [given[min(i, len(given) - 1)] if given else channel(p, "Alpha") for i, p in enumerate(pictures)]
    counted = [values[mask >= 128] if inside else values.ravel() for values, mask in zip(stack, factors)]
    if statistics == "stack":
        counted = [np.concatenate(counted)] * len(stack)
    ranges = [clip_range(values) if clip == "auto" else fixed_range(clip) for values in counted]
    masks = [product(tone_table(low, high, black, white, gray, invert, int(white2), int(black2))[values], mask)
             for values, mask, (low, high) in zip(stack, factors, ranges)]
    if output == "binary":
        masks = [np.where(mask >= 128, 255, 0).astype(np.uint8) for mask in masks]
    return masks, ranges


def sha256(masks):
    return hashlib.sha256(b"".join(mask.tobytes() for mask in masks)).hexdigest()


def answer(folder):
    picture_of = lru_cache(maxsize=4)(lambda name: pixels(os.path.join(folder, name)))
    with open(os.path.join(folder, "cases.tsv")) as cases, open(os.path.join(folder, "masks.tsv"), "w") as masks:
        masks.write(next(cases).rstrip("\n") + "\tlow\thigh\tsha256 of the mask's bytes, row by row\n")
        for line in cases:
            cells = line.rstrip("\n").split("\t")
            names, given, name, black, white, gray, invert, *more = cells
            if more:
                more = [int(more[0]), more[1], more[2] == "true", *more[3:]]
            made, ranges = masks_of(
                [picture_of(picture) for picture in names.split()],
                [np.asarray(Image.open(os.path.join(folder, mask))) for mask in given.split() if mask != "-"],
                name, int(black), int(white), float(gray), invert == "true", *more)
            lows, highs = (" ".join(map(str, ends)) for ends in zip(*ranges))
            masks.write("\t".join(cells + [lows, highs, sha256(made)]) + "\n")


def colours():
    i = np.arange(1 << 24, dtype=np.uint32)
    rgb = np.stack([i >> 16, i >> 8 & 255, i & 255], -1).astype(np.uint8).reshape(4096, 4096, 3)
    picture = Image.fromarray(rgb).convert("RGBA")
    stains = "0.650,0.704,0.286;0.072,0.990,0.105;0.268,0.570,0.776|255,255,255"
    for name in ("Stain 1", "Stain 2", "Stain 3", "C (LCH)", "H (LCH)", "Distance", "Distance (CIEDE2000)"):
        values = channel(picture, name, stains if name.startswith("Stain") else "#b5651d,#2040c0")
        print(name + "\t" + hashlib.sha256(values.tobytes()).hexdigest())


if __name__ == "__main__":
    colours() if sys.argv[1] == "colours" else answer(sys.argv[1])
