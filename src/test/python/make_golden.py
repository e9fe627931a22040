"""Draws small pictures with the traps of the definition, and has the oracle write down their masks.

make_golden.py FOLDER   writes the pictures, their soft masks and masks.tsv; the project carries the result in
                        src/test/resources/golden/own.
"""
import os
import sys

import numpy as np
from PIL import Image

import oracle

CHANNELS = ["L (LAB)", "A (LAB)", "B (LAB)", "R (RGB)", "G (RGB)", "B (RGB)", "Alpha",
            "Y (YUV)", "U (YUV)", "V (YUV)", "H (HSV)", "S (HSV)", "V (HSV)"]
HEADING = "# picture\tmask\tchannel\tblack\twhite\tgray\tinvert\n"

random = np.random.default_rng(13)


def pictures():
    y, x = np.mgrid[0:59, 0:83]
    yield "gradient", np.dstack([x * 255 // 82, y * 255 // 58, (x * 3 + y * 5) % 256])
    yield "noise-alpha", random.integers(0, 256, (37, 41, 4))
    yield "two-tone", np.where((x // 7 + y // 5)[..., None] % 2, (230, 40, 60), (20, 60, 200))
    yield "low-contrast", random.integers(120, 131, (45, 53, 3))
    outliers = np.full((50, 80, 3), (90, 140, 60))
    outliers[::25, ::40] = (255, 0, 255)  # 4 of 4000 pixels count; 2 of them, the limit itself, do not
    outliers[7, 3] = outliers[9, 71] = (0, 255, 0)
    yield "outliers", outliers
    yield "constant", np.full((9, 14, 3), (200, 100, 50))
    yield "one-pixel", np.array([[[12, 200, 99]]])
    yield "row", random.integers(0, 256, (1, 257, 3))
    yield "column", random.integers(0, 256, (131, 1, 4))
    yield "grey", (x * x + y * y) // 40 % 256
    yield "grey-alpha", np.dstack([random.integers(60, 190, x.shape), np.hypot(x - 41, y - 29) * 5]).clip(0, 255)


def settings(i):
    """The i-th case of a picture: as it is, each edge once, then anything."""
    edges = [(0, 255, 1, False), (200, 40, 1, False), (90, 90, 1, True), (0, 255, 0.01, False), (0, 255, 9.99, True)]
    if i < len(edges):
        return edges[i]
    black, white = random.integers(0, 256, 2)
    return black, white, random.integers(20, 300) / 100, random.random() < 0.5


def cases():
    count = 0
    for number, (name, values) in enumerate(pictures()):
        yield name, values, []
        for i in range(5):
            black, white, gray, invert = settings((number + i * 2) % 8)
            mask = f"{name}.soft-mask.png" if random.random() < 0.4 else "-"
            yield name, values, [f"{name}.png", mask, CHANNELS[count % 13], black, white, f"{gray:.2f}",
                                 str(bool(invert)).lower()]
            count += 1


def write(folder):
    os.makedirs(folder, exist_ok=True)
    save = lambda values, name: Image.fromarray(values.astype(np.uint8)).save(os.path.join(folder, name), optimize=True)
    listing = os.path.join(folder, "cases.tsv")
    with open(listing, "w") as out:
        out.write(HEADING)
        for name, values, case in cases():
            if case:
                out.write("\t".join(map(str, case)) + "\n")
            else:
                y, x = (np.linspace(-1, 1, n) if n > 1 else np.zeros(1) for n in values.shape[:2])
                save(values, f"{name}.png")
                save((330 - 300 * np.hypot(x, y[:, None])).clip(0, 255), f"{name}.soft-mask.png")
    oracle.answer(folder)
    os.remove(listing)


if __name__ == "__main__":
    write(sys.argv[1])
