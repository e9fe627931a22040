"""Writes TIFFs in strips and tiles, as Pillow and OpenCV compress them and as BigTIFF, into a folder.

Usage: large_pictures.py FOLDER. Each has 150 x 110 pixels. Beside the tiled ones there is FILE.values: the stored values as
little-endian 32-bit floats, channel by channel.
"""
import struct
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, TiffImagePlugin

folder = Path(sys.argv[1])
random = np.random.default_rng(11)
W, H = 150, 110
SIDE = 32


def values(channels, kind=np.uint8):
    y, x, c = np.mgrid[0:H, 0:W, 0:channels]
    if kind == np.float32:
        return (np.sin(x / 9 + c) * y / H + random.random((H, W, channels)) / 9).astype(kind)
    most = np.iinfo(kind).max
    return ((x * (3 + c) + y * 5 + random.integers(0, 9, (H, W, channels))) * (most // 255) % most).astype(kind)


def tiled(name, made, photometric, compressed, big, order, planar=False, predictor=False):
    n = made.shape[2]
    across, down = -(-W // SIDE), -(-H // SIDE)
    padded = np.zeros((down * SIDE, across * SIDE, n), made.dtype)
    padded[:H, :W] = made
    blocks = []
    for plane in ([padded[..., c:c + 1] for c in range(n)] if planar else [padded]):
        for row in range(down):
            for column in range(across):
                block = plane[row * SIDE:(row + 1) * SIDE, column * SIDE:(column + 1) * SIDE]
                if predictor:
                    block = np.concatenate([block[:, :1], block[:, 1:] - block[:, :-1]], 1)
                data = np.ascontiguousarray(block).astype(made.dtype.newbyteorder(order)).tobytes()
                blocks.append(zlib.compress(data) if compressed else data)
    kind = {"u": 1, "f": 3}[made.dtype.kind]
    fields = {256: W, 257: H, 258: [made.dtype.itemsize * 8] * n, 259: 8 if compressed else 1, 262: photometric,
              277: n, 284: 2 if planar else 1, 322: SIDE, 323: SIDE, 324: [0] * len(blocks),
              325: [len(b) for b in blocks], 339: [kind] * n}
    if predictor:
        fields[317] = 2
    room, entry, letter = (8, 20, "Q") if big else (4, 12, "I")
    head = (b"II" if order == "<" else b"MM") + (struct.pack(order + "HHHQ", 43, 8, 0, 16) if big
                                                 else struct.pack(order + "HI", 42, 8))
    spare_at = len(head) + (8 if big else 2) + entry * len(fields) + room

    def directory(starts):
        fields[324] = starts
        entries, spare = b"", b""
        for tag, value in sorted(fields.items()):
            value = value if isinstance(value, list) else [value]
            wide = tag in (324, 325)
            packed = struct.pack(order + (letter if wide else "H") * len(value), *value)
            if len(packed) > room:
                packed, spare = struct.pack(order + letter, spare_at + len(spare)), spare + packed
            number = (16 if big else 4) if wide else 3
            entries += struct.pack(order + "HH" + letter, tag, number, len(value)) + packed.ljust(room, b"\0")
        count = struct.pack(order + ("Q" if big else "H"), len(fields))
        return head + count + entries + b"\0" * room + spare

    at, starts = len(directory([0] * len(blocks))), []
    for block in blocks:
        starts.append(at)
        at += len(block)
    (folder / name).write_bytes(directory(starts) + b"".join(blocks))
    (folder / f"{name}.values").write_bytes(np.moveaxis(made, 2, 0).astype("<f4").tobytes())


for mode, made in (("L", values(1)[..., 0]), ("RGB", values(3)), ("RGBA", values(4)), ("P", values(1)[..., 0])):
    picture = Image.fromarray(made, "L" if mode == "P" else mode)
    if mode == "P":
        picture = Image.fromarray(made, "P")
        picture.putpalette(random.integers(0, 256, 768, dtype=np.uint8).tobytes())
    for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"):
        picture.save(folder / f"{mode}-{compression}.tif", compression=compression, tiffinfo={278: 16})
        picture.save(folder / f"{mode}-{compression}-stack.tif", compression=compression, save_all=True,
                     append_images=[picture.rotate(180)], tiffinfo={278: 16})
Image.fromarray(values(3)).save(folder / "jpeg.tif", compression="jpeg", tiffinfo={278: 16})
Image.fromarray(values(1)[..., 0] > 99).save(folder / "fax.tif", compression="group4", tiffinfo={278: 16})
with TiffImagePlugin.AppendingTiffWriter(str(folder / "pyramid.tif"), True) as pyramid:
    for picture, kind in ((Image.fromarray(values(3)), 0), (Image.fromarray(values(3)).resize((W // 2, H // 2)), 1)):
        picture.save(pyramid, format="TIFF", tiffinfo={254: kind})
        pyramid.newFrame()
cv2.imwrite(str(folder / "cv16.tif"), values(3, np.uint16), [cv2.IMWRITE_TIFF_COMPRESSION, 5])
cv2.imwrite(str(folder / "cv-float.tif"), values(3, np.float32), [cv2.IMWRITE_TIFF_COMPRESSION, 1])
for kind in (np.uint8, np.uint16, np.float32):
    for n, photometric in ((1, 1), (3, 2)):
        for compressed in (False, True):
            for big in (False, True):
                for order in "<>":
                    for planar in (False, True)[:n]:
                        name = f"tiles-{np.dtype(kind).name}-{n}-{compressed}-{big}-{'II' if order == '<' else 'MM'}-{planar}.tif"
                        predictor = compressed and kind != np.float32 and order == "<"
                        tiled(name, values(n, kind), photometric, compressed, big, order, planar, predictor)
