"""The definition of a mask once more, in numpy and on Pillow's own colour conversions: what the Java code must equal.

oracle.py FOLDER   reads FOLDER/cases.tsv (picture, mask or -, channel, black, white, gray, invert; a heading first;
                   cells for hue, statistics, inside and output may follow) and writes FOLDER/masks.tsv: the same with
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


def channel(picture, name):
    """One byte per pixel, from a name such as 'L (LAB)'."""
    if name == "Alpha":
        return np.asarray(picture.getchannel("A"))
    letter, space = name[0], name[3:-1]
    converted = picture.convert("YCbCr" if space == "YUV" else space)
    return np.asarray(converted.getchannel(space.index(letter)))  # as bands: numpy sees a whole LAB picture signed


def clip_range(values):
    """The first and the last value that more than one pixel in 2000 has; 0 and 0 of no pixels."""
    counts = np.bincount(values.ravel(), minlength=256)
    frequent = np.nonzero(counts > 0.0005 * values.size)[0]
    return (int(frequent.min()), int(frequent.max())) if values.size else (0, 0)


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


def masks_of(pictures, given, name, black, white, gray, invert, hue=0, statistics="slice", inside=False, output="8-bit"):
    """The masks of a stack and their clip ranges; given are arrays of bytes, or none for the pictures' own alphas."""
    stack = [channel(picture, name) for picture in pictures]
    if hue:
        stack = [((values.astype(np.int32) + hue) % 255).astype(np.uint8) for values in stack]
    factors = [given[min(i, len(given) - 1)] if given else channel(p, "Alpha") for i, p in enumerate(pictures)]
    counted = [values[mask >= 128] if inside else values.ravel() for values, mask in zip(stack, factors)]
    if statistics == "stack":
        counted = [np.concatenate(counted)] * len(stack)
    ranges = [clip_range(values) for values in counted]
    masks = [product(tone_table(low, high, black, white, gray, invert)[values], mask)
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
                more = [int(more[0]), more[1], more[2] == "true", more[3]]
            made, ranges = masks_of(
                [picture_of(picture) for picture in names.split()],
                [np.asarray(Image.open(os.path.join(folder, mask))) for mask in given.split() if mask != "-"],
                name, int(black), int(white), float(gray), invert == "true", *more)
            lows, highs = (" ".join(map(str, ends)) for ends in zip(*ranges))
            masks.write("\t".join(cells + [lows, highs, sha256(made)]) + "\n")


if __name__ == "__main__":
    answer(sys.argv[1])
