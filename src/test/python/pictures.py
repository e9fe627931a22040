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


def part(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def gif(name, values, bits, table, transparent=None, clears=1, local=None, order=None):
    """One frame whose values are not compressed; codes to clear the table come so many times each."""
    out = b"GIF89a" + struct.pack("<HHBBB", W, H, 0x80 | (len(table) // 3).bit_length() - 2, 0, 0) + table
    if transparent is not None:
        out += b"\x21\xf9\x04" + bytes([1, 0, 0, transparent]) + b"\0"
    flags = (0x80 | (len(local) // 3).bit_length() - 2 if local else 0) | (0x40 if order else 0)
    out += b"\x2c" + struct.pack("<HHHHB", 0, 0, W, H, flags) + (local or b"") + bytes([bits])
    rows = np.concatenate([values[start::step] for start, step in order]) if order else values
    clear = 1 << bits
    codes = []
    for i, value in enumerate(rows.ravel()):
        codes += [clear] * clears if i % (clear - 2) == 0 else []
        codes.append(int(value))
    data = sum(code << i * (bits + 1) for i, code in enumerate(codes + [clear + 1]))
    data = data.to_bytes(((len(codes) + 1) * (bits + 1) + 7) // 8, "little")
    blocks = b"".join(bytes([len(data[i:i + 255])]) + data[i:i + 255] for i in range(0, len(data), 255))
    (folder / name).write_bytes(out + blocks + b"\0;")


def bmp(name, bits, compression, data, masks=b"", height=H, size=40, table=b""):
    header = struct.pack("<IiiHHIIiiII", size, W, height, 1, bits, compression, len(data), 2835, 2835, 0, 0)
    if size > 64:
        header, masks = (header + masks).ljust(size, b"\0"), b""
    header = struct.pack("<IHHHH", 12, W, height, 1, bits) if size == 12 else header.ljust(size, b"\0")
    masks += table
    start = 14 + len(header) + len(masks)
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

for key, bits, colour, values in (("grey8", 8, 0, noise(1, 9)), ("rgb8", 8, 2, noise(3, 2))):
    png(f"{key}-key.png", bits, colour, values.tobytes(), values[0].size, part(b"tRNS", b"\0\1" * (1 + colour)))
png("palette-keys.png", 2, 3, packed(noise(1, 4), 2), (W * 2 + 7) // 8,
    part(b"PLTE", bytes(range(0, 240, 20))) + part(b"tRNS", b"\0\x80\xff\x10\x20\x30"))
for kind, data in (("text", b""), ("tEXt", b"no end"), ("tIME", b"1"), ("zTXt", b"a\0\0zz"), ("iTXt", b"a\0"), ("iCCP", b"a\0\0zz"),
                   ("bKGD", b""), ("hIST", b"1"), ("sPLT", b"abc"), ("sBIT", b""), ("sRGB", b"\x09"), ("eXIf", b"xx")):
    png(f"side-{kind}.png", 8, 2, noise(3).tobytes(), 3 * W, part(kind.encode(), data))
png("side-PLTE.png", 8, 0, noise(1).tobytes(), W, part(b"PLTE", b"abcabc"))
png("side-tRNS.png", 8, 6, noise(4).tobytes(), 4 * W, part(b"tRNS", b"\0\0\0\0\0\0"))

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
eight = random.integers(0, 256, 24, dtype=np.uint8).tobytes()
passes = ((0, 8), (4, 8), (2, 4), (1, 2))
for clears in (1, 2, 3):
    gif(f"clear{clears}.gif", noise(1, 8), 3, eight, clears=clears)
gif("clear-interlaced.gif", noise(1, 8), 3, eight, 2, clears=2, order=passes)
gif("clear8.gif", noise(1, 8), 8, eight, clears=2)
for transparent in (3, 4, 7, 255):
    gif(f"transparent{transparent}.gif", noise(1, 4), 2, eight[:12], transparent)
gif("local.gif", noise(1, 8), 3, eight, 7, local=eight[::-1])
gif("local-beyond.gif", noise(1, 4), 2, eight, 5, local=eight[:12])
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
for size in (108, 124):
    rgba = struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    bmp(f"32-{size}.bmp", 32, 0, noise(4).tobytes(), rgba, size=size)
    bmp(f"32-fields-{size}.bmp", 32, 3, noise(4).tobytes(), rgba, size=size)
    bmp(f"565-{size}.bmp", 16, 3, random16, struct.pack("<IIII", 0xF800, 0x7E0, 0x1F, 0), size=size)
    bmp(f"555-{size}.bmp", 16, 0, random16, size=size)
bmp("32-no-masks.bmp", 32, 3, noise(4).tobytes(), struct.pack("<III", 0, 0, 0))
bmp("32-alpha-first.bmp", 32, 3, noise(4).tobytes(), struct.pack("<IIII", 0xFF000000, 0xFF0000, 0xFF00, 0xFF), size=108)
table3 = random.integers(0, 256, 768, dtype=np.uint8).tobytes()
table4 = np.pad(np.frombuffer(table3, np.uint8).reshape(256, 3), ((0, 0), (0, 1))).tobytes()
for bits in (1, 4, 8):
    rows = np.zeros((H, (W * bits + 31) // 32 * 4), np.uint8)
    rows[:, :(W * bits + 7) // 8] = random.integers(0, 256, (H, (W * bits + 7) // 8))
    bmp(f"palette{bits}.bmp", bits, 0, rows.tobytes(), table=table4[:4 << bits])
    bmp(f"palette{bits}-os2.bmp", bits, 0, rows.tobytes(), table=table3[:3 << bits], size=12)
    bmp(f"palette{bits}-os2-2.bmp", bits, 0, rows.tobytes(), table=table4[:4 << bits], size=64)
bmp("palette8-top-down.bmp", 8, 0, rows.tobytes(), table=table4, height=-H)
runs = b"".join(bytes([20, y, W - 20, 7]) + b"\0\0" for y in range(H)) + b"\0\1"
copied = b"".join(bytes([0, W]) + bytes(range(y, y + W)) + b"\0" + b"\0\0" for y in range(H)) + b"\0\1"
for size in (40, 64, 124):
    bmp(f"runs8-{size}.bmp", 8, 1, runs, table=table4, size=size)
bmp("copied8.bmp", 8, 1, copied, table=table4)
bmp("runs4.bmp", 4, 2, b"".join(bytes([W, 16 * (y % 16) + 3]) + b"\0\0" for y in range(H)) + b"\0\1", table=table4[:64])
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
