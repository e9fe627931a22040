"""Draws one small picture file of every kind into a folder, and beside each what Pillow reads from it.

Usage: pictures.py FOLDER. For every slice i of FILE there is FILE.i.rgba, its width and height as little-endian 32-bit
numbers, then r, g, b, a of every pixel; and FILE.i.l, likewise with one byte of luma.
"""
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageSequence

folder = Path(sys.argv[1])
random = np.random.default_rng(7)
W, H = 37, 23


def noise(bands, high=256):
    return random.integers(0, high, (H, W, bands), dtype=np.uint8)


def smooth(bands):
    y, x = np.mgrid[0:H, 0:W]
    return np.stack([(x * (3 + b) + y * (5 - b)) % 256 for b in range(bands)], -1).astype(np.uint8)


def image(mode):
    bands = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4, "CMYK": 4}[mode]
    return Image.fromarray(noise(bands).squeeze(), mode)


def palette(colours):
    p = Image.fromarray(noise(1, colours)[..., 0], "P")
    p.putpalette(random.integers(0, 256, 3 * colours, dtype=np.uint8).tobytes())
    return p


def packed(values, bits):
    """Rows of samples of fewer than 8 bits, each row from a new byte on."""
    flat = values.reshape(len(values), -1)
    digits = (flat[..., None] >> np.arange(bits - 1, -1, -1)) & 1
    return np.packbits(digits.reshape(len(flat), -1), axis=1).tobytes()


def png(name, bits, colour, rows, row_bytes, extra=b""):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    raw = b"".join(b"\0" + rows[i:i + row_bytes] for i in range(0, len(rows), row_bytes))
    (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", W, H, bits, colour, 0, 0, 0))
                                + extra + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b""))
    return chunk


def tiff(name, blocks, bits, samples, photometric, order="<", big=False, **tags):
    """One slice from its strips or tiles; further tags by number, as t274=3."""
    fields = {256: W, 257: H, 258: [bits] * samples, 259: 1, 262: photometric, 277: samples}
    if "tile" in tags:
        side = tags.pop("tile")
        fields.update({322: side, 323: side, 324: None, 325: [len(b) for b in blocks]})
    else:
        fields.update({273: None, 278: H, 279: [len(b) for b in blocks]})
    fields.update({int(k[1:]): v for k, v in tags.items()})
    offset_size = 8 if big else 4
    head = (b"II" if order == "<" else b"MM") + (
        struct.pack(order + "HHHQ", 43, 8, 0, 16) if big else struct.pack(order + "HI", 42, 8))
    entry_size, count_format = (20, "Q") if big else (12, "I")
    after = len(head) + (8 if big else 2) + entry_size * len(fields) + offset_size
    values = {}
    for tag in (273, 324):
        if tag in fields:
            fields[tag] = [0] * len(blocks)
    spare = 0
    for tag, value in sorted(fields.items()):
        value = value if isinstance(value, list) else [value]
        kind, letter = (4, "I") if tag in (273, 279, 324, 325) else (3, "H")
        values[tag] = (kind, letter, value)
        size = struct.calcsize(letter) * len(value)
        spare += size if size > offset_size else 0
    data_at = after + spare
    offsets, at = [], data_at
    for block in blocks:
        offsets.append(at)
        at += len(block)
    ifd, out = b"", b""
    for tag, (kind, letter, value) in sorted(values.items()):
        value = offsets if tag in (273, 324) else value
        data = struct.pack(order + letter * len(value), *value)
        if len(data) > offset_size:
            place = struct.pack(order + count_format, after + len(out))
            out += data
        else:
            place = data.ljust(offset_size, b"\0")
        ifd += struct.pack(order + "HH" + count_format, tag, kind, len(value)) + place
    count = struct.pack(order + ("Q" if big else "H"), len(fields))
    (folder / name).write_bytes(head + count + ifd + b"\0" * offset_size + out + b"".join(blocks))


def bmp(name, bits, compression, data, masks=b"", height=H):
    start = 14 + 40 + len(masks)
    header = struct.pack("<IiiHHIIiiII", 40, W, height, 1, bits, compression, len(data), 2835, 2835, 0, 0)
    (folder / name).write_bytes(b"BM" + struct.pack("<IHHI", start + len(data), 0, 0, start) + header + masks + data)


# PNG
for mode in ("L", "LA", "RGB", "RGBA"):
    image(mode).save(folder / f"{mode}.png")
image("L").point(lambda v: 255 * (v > 99), "1").save(folder / "1.png")
image("L").save(folder / "L-transparent.png", transparency=77)
Image.fromarray(noise(3, 3)).save(folder / "RGB-transparent.png", transparency=(1, 2, 0))
for colours in (2, 4, 16, 256):
    palette(colours).save(folder / f"P{colours}.png")
    palette(colours).save(folder / f"P{colours}-alphas.png", transparency=bytes(range(0, 200, 200 // min(colours, 100))))
palette(200).save(folder / "P-index.png", transparency=3)
image("RGB").save(folder / "RGB-gamma.png", icc_profile=b"no profile at all")
for bits in (1, 2, 4):
    png(f"grey{bits}.png", bits, 0, packed(noise(1, 1 << bits), bits), (W * bits + 7) // 8)
gamma = struct.pack(">I", 4) + b"gAMA" + struct.pack(">I", 100000)
gamma += struct.pack(">I", zlib.crc32(gamma[4:]))
png("L-gamma.png", 8, 0, noise(1).tobytes(), W, gamma)
png("RGB-gamma2.png", 8, 2, noise(3).tobytes(), 3 * W, gamma)

# TIFF as Pillow writes it
for mode in ("L", "LA", "RGB", "RGBA"):
    for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"):
        image(mode).save(folder / f"{mode}-{compression}.tif", compression=compression)
palette(256).save(folder / "P.tif")
for compression in ("raw", "group3", "group4", "tiff_lzw"):
    image("L").point(lambda v: 255 * (v > 99), "1").save(folder / f"1-{compression}.tif", compression=compression)
stack = [image("RGB") for _ in range(4)]
stack[0].save(folder / "stack.tif", save_all=True, append_images=stack[1:])
image("L").save(folder / "L-profile.tif", icc_profile=b"no profile at all")

# TIFF as others write it
for order, name in (("<", "II"), (">", "MM")):
    tiff(f"{name}.tif", [noise(3).tobytes()], 8, 3, 2, order)
for photometric in (0, 1):
    for bits in (1, 2, 4, 8):
        tiff(f"grey{bits}-{photometric}.tif", [packed(noise(1, 1 << bits), bits)], bits, 1, photometric)
tiff("fill-order.tif", [packed(noise(1, 2), 1)], 1, 1, 1, t266=2)
for bits in (1, 2, 4, 8):
    table = random.integers(0, 65536, 3 << bits).tolist()
    if bits > 2:
        tiff(f"palette{bits}.tif", [packed(noise(1, 1 << bits), bits)], bits, 1, 3, t320=table)
tiff("four-samples.tif", [noise(4).tobytes()], 8, 4, 2)
for extra in (0, 1, 2):
    tiff(f"extra{extra}.tif", [noise(4).tobytes()], 8, 4, 2, t338=extra)
    tiff(f"extra{extra}-0.tif", [noise(5).tobytes()], 8, 5, 2, t338=[extra, 0])
for orientation in range(1, 9):
    tiff(f"orientation{orientation}.tif", [noise(3).tobytes()], 8, 3, 2, t274=orientation)
tiff("planar.tif", [np.ascontiguousarray(noise(3)[..., c]).tobytes() for c in range(3)], 8, 3, 2, t284=2)
whole = np.zeros((32, 48, 3), np.uint8)
whole[:H, :W] = noise(3)
tiff("tiled.tif", [whole[y:y + 16, x:x + 16].tobytes() for y in (0, 16) for x in (0, 16, 32)], 8, 3, 2, tile=16)
tiff("big.tif", [noise(3).tobytes()], 8, 3, 2, big=True)

# GIF
image("L").save(folder / "L.gif")
palette(256).save(folder / "P.gif")
palette(5).save(folder / "P5.gif")
palette(256).save(folder / "P-transparent.gif", transparency=9)
palette(256).save(folder / "interlaced.gif", interlace=1)
palette(16).save(folder / "frames.gif", save_all=True, append_images=[palette(16)])
for name, source in (("canvas", "P.gif"), ("canvas-transparent", "P-transparent.gif")):
    gif = bytearray((folder / source).read_bytes())
    gif[6:10] = struct.pack("<HH", W + 9, H + 5)
    at = gif.index(struct.pack("<HHHH", 0, 0, W, H))
    gif[at:at + 4] = struct.pack("<HH", 4, 2)
    (folder / f"{name}.gif").write_bytes(gif)

# BMP
for mode in ("L", "RGB", "RGBA"):
    image(mode).save(folder / f"{mode}.bmp")
image("L").point(lambda v: 255 * (v > 99), "1").save(folder / "1.bmp")
palette(256).save(folder / "P.bmp")
random16 = random.integers(0, 65536, (H, W + 1)).astype("<u2").tobytes()
bmp("555.bmp", 16, 0, random16)
bmp("565.bmp", 16, 3, random16, struct.pack("<III", 0xF800, 0x7E0, 0x1F))
bmp("32.bmp", 32, 0, noise(4).tobytes())
bmp("top-down.bmp", 24, 0, np.pad(noise(3).reshape(H, -1), ((0, 0), (0, 1))).tobytes(), height=-H)

# JPEG
for mode in ("L", "RGB"):
    Image.fromarray(smooth(len(mode)).squeeze()).save(folder / f"{mode}.jpg", quality=90)
rgb = Image.fromarray(smooth(3))
rgb.save(folder / "444.jpg", quality=95, subsampling=0)
rgb.save(folder / "progressive.jpg", progressive=True)
rgb.save(folder / "tiff.tif", compression="jpeg", quality=95)
try:
    from PIL import ImageCms

    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = bytearray(lab)
    red = profile.index(b"rXYZ")
    green = profile.index(b"gXYZ")
    profile[red + 4:red + 12], profile[green + 4:green + 12] = profile[green + 4:green + 12], profile[red + 4:red + 12]
    rgb.save(folder / "profile.jpg", icc_profile=bytes(profile), subsampling=0)
    rgb.save(folder / "profile.png", icc_profile=bytes(profile))
    rgb.save(folder / "profile.tif", icc_profile=bytes(profile))
except ImportError:
    pass

for file in sorted(folder.iterdir()):
    with Image.open(file) as opened:
        for i, slice_ in enumerate(ImageSequence.Iterator(opened)):
            slice_.load()
            size = struct.pack("<II", *slice_.size)
            (folder / f"{file.name}.{i}.rgba").write_bytes(size + slice_.convert("RGBA").tobytes())
            (folder / f"{file.name}.{i}.l").write_bytes(size + slice_.convert("L").tobytes())
            if file.suffix == ".gif":
                break
