"""The definition of a mask once more, in numpy and on Pillow's own colour conversions: what the Java code must equal.

oracle.py FOLDER   reads FOLDER/cases.tsv (picture, mask or -, channel, black, white, gray, invert; a heading first)
                   and writes FOLDER/masks.tsv: the same with clip range and SHA-256 of each mask.

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


def channel(picture, name):
    """One byte per pixel, from a name such as 'L (LAB)'."""
    if name == "Alpha":
        return np.asarray(picture.getchannel("A"))
    letter, space = name[0], name[3:-1]
    converted = picture.convert("YCbCr" if space == "YUV" else space)
    return np.asarray(converted.getchannel(space.index(letter)))  # as bands: numpy sees a whole LAB picture signed


def clip_range(values):
    """The first and the last value that more than one pixel in 2000 has."""
    counts = np.bincount(values.ravel(), minlength=256)
    frequent = np.nonzero(counts > 0.0005 * values.size)[0]
    return int(frequent.min()), int(frequent.max())


def tone_table(low, high, black, white, gray, invert):
    """What becomes of each of the 256 values."""
    if low == high:
        table = np.zeros(256)
    else:
        stretched = (np.clip(BYTES, low, high) - low) / (high - low) * 255
        table = np.trunc(stretched.astype(np.float32)).astype(np.float64)
    if black == white:
        table = np.full(256, 128.0)
    else:
        black, white = sorted((black, white))
        table = np.clip(255 * ((table - black) / (white - black)), 0, 255)
        if gray != 1:
            table = np.clip(255 * np.power(table / 255, 1 / gray), 0, 255)
    table = np.trunc(table).astype(np.uint8)
    return 255 - table if invert else table


def product(values, mask):
    """Values times mask / 255, rounded."""
    p = values.astype(np.int32) * mask + 128
    return ((p + (p >> 8)) >> 8).astype(np.uint8)


def mask_of(picture, given, name, black, white, gray, invert):
    """The mask and its clip range; given is an array of bytes, or None for the picture's own alpha."""
    values = channel(picture, name)
    low, high = clip_range(values)
    table = tone_table(low, high, black, white, gray, invert)
    return product(table[values], channel(picture, "Alpha") if given is None else given), low, high


def sha256(values):
    return hashlib.sha256(values.tobytes()).hexdigest()


def answer(folder):
    picture_of = lru_cache(maxsize=4)(lambda name: pixels(os.path.join(folder, name)))
    with open(os.path.join(folder, "cases.tsv")) as cases, open(os.path.join(folder, "masks.tsv"), "w") as masks:
        masks.write(next(cases).rstrip("\n") + "\tlow\thigh\tsha256 of the mask's bytes, row by row\n")
        for line in cases:
            cells = line.rstrip("\n").split("\t")
            picture, mask, name, black, white, gray, invert = cells
            given = None if mask == "-" else np.asarray(Image.open(os.path.join(folder, mask)))
            values, low, high = mask_of(
                picture_of(picture), given, name, int(black), int(white), float(gray), invert == "true")
            masks.write("\t".join(cells + [str(low), str(high), sha256(values)]) + "\n")


if __name__ == "__main__":
    answer(sys.argv[1])
