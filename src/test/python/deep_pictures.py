"""Writes picture files of 16 bits and of floating point into a folder, and beside each what it stores.

Usage: deep_pictures.py FOLDER. Beside FILE there is FILE.values: width, height, channels and slices as little-endian
32-bit numbers, then the stored values as 32-bit floats, channel by channel of slice by slice.
"""
import struct
import sys
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

folder = Path(sys.argv[1])
random = np.random.default_rng(3)
W, H = 31, 19


def values(channels, kind):
    if kind == np.uint16:
        return random.integers(0, 65536, (H, W, channels), dtype=kind)
    made = (random.random((H, W, channels)) * 3 - 1).astype(kind)
    if kind == np.float32:
        made[2, 3:6] = np.array([np.nan, np.inf, -np.inf])[:, None]
    return made


def store(name, *slices):
    planes = [np.ascontiguousarray(s[..., c]).astype("<f4") for s in slices for c in range(s.shape[2])]
    head = struct.pack("<4I", W, H, slices[0].shape[2], len(slices))
    (folder / f"{name}.values").write_bytes(head + b"".join(p.tobytes() for p in planes))


def tiff(name, slices, photometric, order="<", planar=False, **tags):
    """Not compressed, one strip per plane; further tags by number, as t274=3."""
    data, place = struct.pack(order + "2sHI", b"II" if order == "<" else b"MM", 42, 8), 8
    for number, made in enumerate(slices):
        n = made.shape[2]
        bits, kind = made.dtype.itemsize * 8, {"u": 1, "i": 2, "f": 3}[made.dtype.kind]
        stored = made.astype(made.dtype.newbyteorder(order))
        blocks = [np.ascontiguousarray(stored[..., c]).tobytes() for c in range(n)] if planar else [stored.tobytes()]
        fields = {256: W, 257: H, 258: [bits] * n, 259: 1, 262: photometric, 273: blocks, 277: n, 278: H,
                  279: [len(b) for b in blocks], 284: 2 if planar else 1, 339: [kind] * n}
        fields.update({int(tag[1:]): value for tag, value in tags.items()})
        spare = place + 2 + 12 * len(fields) + 4
        entries, extra = b"", b""
        rest = b""
        for tag, value in sorted(fields.items()):
            if tag == 273:
                size = 4 * len(blocks) if len(blocks) > 1 else 0
                later = sum(2 * len(v) for t, v in fields.items() if t in (258, 339, 338) and isinstance(v, list) and len(v) > 2)
                later += 2 * size
                starts, at = [], spare + later
                for block in blocks:
                    starts.append(at)
                    at += len(block)
                rest, value = b"".join(blocks), starts
            letter = "I" if tag in (273, 279) else "H"
            value = value if isinstance(value, list) else [value]
            packed = struct.pack(order + letter * len(value), *value)
            if len(packed) > 4:
                packed, extra = struct.pack(order + "I", spare + len(extra)), extra + packed
            entries += struct.pack(order + "HHI", tag, 4 if letter == "I" else 3, len(value)) + packed.ljust(4, b"\0")
        end = spare + len(extra) + len(rest)
        last = number == len(slices) - 1
        data += struct.pack(order + "H", len(fields)) + entries + struct.pack(order + "I", 0 if last else end) + extra + rest
        place = end
    (folder / name).write_bytes(data)


def bgr(made):
    return made if made.shape[2] < 3 else made[..., [2, 1, 0, 3][:made.shape[2]]]


for n in (1, 3, 4):
    made = values(n, np.uint16)
    for name in (f"{n}.png", f"{n}-lzw.tif"):
        cv2.imwrite(str(folder / name), bgr(made))
        store(name, made)
Image.fromarray(values(1, np.uint16)[..., 0]).save(folder / "pillow.tif")
store("pillow.tif", np.asarray(Image.open(folder / "pillow.tif")).reshape(H, W, 1))
for kind, word in ((np.uint16, "16"), (np.float32, "float")):
    for n, photometric in ((1, 1), (2, 1), (3, 2), (4, 2)):
        for planar in (False, True):
            for order in "<>":
                made = [values(n, kind) for _ in range(3 if n == 3 else 1)]
                name = f"{word}-{n}-{'planar' if planar else 'pixels'}-{'II' if order == '<' else 'MM'}.tif"
                tiff(name, made, photometric, order, planar, **({"t338": 2} if n % 2 == 0 else {}))
                store(name, *made)
(folder / "refused").mkdir()
for name, made, photometric in (("five.tif", values(5, np.uint16), 1), ("signed.tif", values(1, np.float32), 1),
                                ("double.tif", values(1, np.float64), 1), ("white.tif", values(1, np.float32), 0)):
    if name == "signed.tif":
        made = random.integers(-9, 9, (H, W, 1), dtype=np.int16)
    tiff("refused/" + name, [made], photometric)
    store("refused/" + name, made)
for planar in (False, True):
    made = random.random((H, W, 5), dtype=np.float32)
    tiff(f"refused/five-{planar}.tif", [made], 1, planar=planar)
    store(f"refused/five-{planar}.tif", made)
