"""The definition of a mask of deeper data once more, in numpy and in double precision.

deep_oracle.py FOLDER   reads FOLDER/cases.tsv (picture, mask or -, width, height, channels, range's min and max, channel,
                        black, white, gray, invert, hue, inside, stains or colours, clip, white2, black2; a heading first). A picture or mask is a file of 16-bit
                        little-endian numbers, plane after plane. Beside each picture it writes PICTURE.mask, three
                        planes of 64-bit floats: the mask, 0..1, and the least and the most that it may be if the
                        channel's values are off by BOUND; and FOLDER/ranges.tsv: clip range, and how many values lie
                        within BOUND of a bin's edge.
deep_oracle.py --check  compares the definition with OpenCV's conversions of floats, and prints the largest differences.

Needs Debian's python3-numpy; python3-opencv for --check.
"""
import os
import sys

import numpy as np

from oracle import clip_range, difference_parts, fall, fixed_range

BOUND = 0.01


def bradford():
    """From linear sRGB (white D65) to X/Xn, Y/Yn, Z/Zn of D50."""
    def xyz(x, y):
        return np.array([x / y, 1, (1 - x - y) / y])

    primaries = np.stack([xyz(0.64, 0.33), xyz(0.30, 0.60), xyz(0.15, 0.06)], 1)
    white, d50 = xyz(0.3127, 0.3290), np.array([0.9642, 1, 0.8249])
    to_xyz = primaries * np.linalg.solve(primaries, white)
    cones = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    adapted = np.linalg.inv(cones) @ np.diag((cones @ d50) / (cones @ white)) @ cones @ to_xyz
    return adapted / d50[:, None]


def linear(rgb):
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    t = np.tensordot(bradford(), linear(rgb), 1)
    x, y, z = np.where(t > 216 / 24389, np.cbrt(t), (24389 / 27 * t + 16) / 116)
    return 2.55 * (116 * y - 16), 500 * (x - y) + 128, 200 * (y - z) + 128


def hue(r, g, b, d):
    high = np.maximum(r, np.maximum(g, b))
    safe = np.where(d == 0, 1, d)
    sixths = np.where(r == high, ((g - b) / safe) % 6, np.where(g == high, 2 + (b - r) / safe, 4 + (r - g) / safe))
    return np.where(d == 0, 0, 255 * sixths / 6)


def deep_channel(rgba, name, more=""):
    """Values 0..255 of r, g, b, a in 0..1; more are stains and background, or colours."""
    r, g, b, a = rgba
    if name == "Alpha":
        return 255 * a
    if name.startswith("Stain"):
        return stain([r, g, b], int(name[-1]) - 1, more)
    if "LCH" in name or name.startswith("Distance"):
        return of_lab(np.stack([r, g, b]), name, more)
    letter, space = name[0], name[3:-1]
    high, low = np.maximum(r, np.maximum(g, b)), np.minimum(r, np.minimum(g, b))
    if space == "RGB":
        return 255 * {"R": r, "G": g, "B": b}[letter]
    if space == "LAB":
        values = lab(np.stack([r, g, b]))["LAB".index(letter)]
    elif space == "YUV":
        y = 0.299 * r + 0.587 * g + 0.114 * b
        values = {"Y": 255 * y, "U": 128 + 255 * (b - y) / 1.772, "V": 128 + 255 * (r - y) / 1.402}[letter]
    else:
        values = {"H": hue(r, g, b, high - low), "V": 255 * high,
                  "S": 255 * (high - low) / np.where(high == 0, 1, high)}[letter]
    return np.clip(values, 0, 255)


def stain(rgb, number, more):
    stains, background = more.split("|")
    vectors = np.array([[float(part) for part in vector.split(",")] for vector in stains.split(";")])
    inverse = np.linalg.inv(vectors / np.linalg.norm(vectors, axis=1)[:, None])
    whites = [int(white) / 255 for white in background.split(",")]
    densities = [np.maximum(0, np.log10(white / np.maximum(v, 1 / 255))) for v, white in zip(rgb, whites)]
    return np.clip(100 * sum(inverse[c, number] * densities[c] for c in range(3)), 0, 255)


def of_lab(rgb, name, more):
    def clipped(colour):
        values = np.clip(lab(colour), 0, 255)
        grey = (colour[0] == colour[1]) & (colour[1] == colour[2])
        return values[0] / 2.55, np.where(grey, 0, values[1] - 128), np.where(grey, 0, values[2] - 128)

    light, a, b = clipped(rgb)
    if name == "C (LCH)":
        return np.hypot(a, b)
    if name == "H (LCH)":
        return np.arctan2(b, a) / (2 * np.pi) % 1 * 255
    least = np.inf
    for colour in more.split(","):
        point = np.array([int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)])
        least = np.minimum(least, sum(difference_parts(name, light, a, b, *map(float, clipped(point)))))
    return np.clip(np.sqrt(np.maximum(least, 0)), 0, 255)


def tone(values, low, high, black, white, gray, invert, white2, black2):
    x = (np.clip(values, low, high) - low) / (high - low) * 255 if low < high else np.zeros_like(values)
    if black == white:
        x = np.minimum(128, fall(x, white2, black2))
    else:
        black, white = sorted((black, white))
        x = np.minimum(np.clip(255 * ((x - black) / (white - black)), 0, 255), fall(x, white2, black2))
        x = 255 * (x / 255) ** (1 / gray)
    return 255 - x if invert else x


def turned(values, by):
    return np.where(values + by >= 255, values + by - 255, values + by) if by else values


def samples(path, planes, height, width):
    return np.fromfile(path, "<u2").reshape(planes, height, width).astype(np.float64)


def answer(folder):
    with open(os.path.join(folder, "cases.tsv")) as cases, open(os.path.join(folder, "ranges.tsv"), "w") as ranges:
        next(cases)
        for line in cases:
            picture, given, *rest = line.rstrip("\n").split("\t")
            width, height, channels, least, most = map(int, rest[:5])
            name, black, white, gray, invert, by, inside, more, clip, white2, black2 = rest[5:]
            planes = np.clip((samples(os.path.join(folder, picture), channels, height, width) - least) / (most - least), 0, 1)
            colours = planes[:3] if channels > 2 else planes[[0, 0, 0]]
            alpha = planes[-1] if channels % 2 == 0 else np.ones((height, width))
            factor = alpha if given == "-" else samples(os.path.join(folder, given), 1, height, width)[0] / 65535
            raw = deep_channel([*colours, alpha], name, more)
            values = turned(raw, int(by))
            bins = np.floor(values + 1e-9).astype(int)  # 127.99999999999997 is a grey's 128, rounded
            low, high = (clip_range(bins[factor >= 128 / 255] if inside == "true" else bins) if clip == "auto"
                         else fixed_range(clip))
            settings = low, high, int(black), int(white), float(gray), invert == "true", int(white2), int(black2)
            circle = 255 if name.startswith("H") else 1e9
            made = [tone(turned(v, int(by)), *settings) * factor / 255
                    for v in (raw, *(np.clip(raw + off, 0, 255) if circle > 255 else (raw + off) % circle
                                     for off in (-BOUND, BOUND)))]
            np.stack([made[0], np.min(made, 0), np.max(made, 0)]).tofile(os.path.join(folder, picture + ".mask"))
            edges = np.abs(values - np.round(values)) <= BOUND
            ranges.write(f"{low}\t{high}\t{int(edges.sum())}\n")


def check():
    import cv2

    rgb = np.random.default_rng(1).random((1000, 1000, 3)).astype(np.float32)
    grey = np.repeat(np.linspace(0, 1, 1001, dtype=np.float32)[None, :, None], 3, 2)
    planes = np.moveaxis(rgb.astype(np.float64), -1, 0)
    ours = {name: deep_channel([*planes, planes[0]], name)
            for name in ("H (HSV)", "S (HSV)", "V (HSV)", "Y (YUV)", "U (YUV)", "V (YUV)")}
    hsv, ycc = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV), cv2.cvtColor(rgb, cv2.COLOR_RGB2YCrCb)
    turn = np.abs(ours["H (HSV)"] - hsv[..., 0] / 360 * 255)
    differences = {
        "H (HSV)": np.minimum(turn, 255 - turn),
        "S (HSV)": ours["S (HSV)"] - 255 * hsv[..., 1],
        "V (HSV)": ours["V (HSV)"] - 255 * hsv[..., 2],
        "Y (YUV)": ours["Y (YUV)"] - 255 * ycc[..., 0],
        "U (YUV)": ours["U (YUV)"] - np.clip(128 + 255 * (ycc[..., 2] - 0.5), 0, 255),
        "V (YUV)": ours["V (YUV)"] - np.clip(128 + 255 * (ycc[..., 1] - 0.5), 0, 255),
        "L (LAB) of greys": lab(np.moveaxis(grey.astype(np.float64), -1, 0))[0]
        - 2.55 * cv2.cvtColor(linear(grey).astype(np.float32), cv2.COLOR_LRGB2Lab)[..., 0],
    }
    for name, difference in differences.items():
        print(f"{name}\t{np.abs(difference).max():.6f}")


if __name__ == "__main__":
    check() if sys.argv[1] == "--check" else answer(sys.argv[1])
