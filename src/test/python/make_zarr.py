"""Writes src/test/resources/zarr/python.zip: small arrays of Zarr v2, written by zarr-python 2 and numcodecs.

    python3 src/test/python/make_zarr.py src/test/resources/zarr/python.zip

Each array NAME has NAME.raw beside it: its values in C order, little-endian.
"""

import os
import sys
import tempfile
import zipfile

import numcodecs
import numpy
import zarr

SHAPE = (2, 9, 18)
CHUNKS = (2, 8, 16)


def values(dtype, seed):
    random = numpy.random.RandomState(seed)
    data = random.randint(0, 200, SHAPE) * random.randint(0, 2, SHAPE)
    return (data / 7 if numpy.dtype(dtype).kind == "f" else data).astype(dtype)


def compressors():
    yield "none", None
    yield "gzip", numcodecs.GZip(level=5)
    yield "zlib", numcodecs.Zlib(level=5)
    yield "zstd", numcodecs.Zstd(level=3)
    for inner in "blosclz", "lz4", "lz4hc", "zlib", "zstd":
        for shuffle in -1, 0, 1, 2:
            yield f"blosc-{inner}-{shuffle}", numcodecs.Blosc(cname=inner, clevel=5, shuffle=shuffle)


def arrays():
    for name, compressor in compressors():
        for dtype in "|u1", "<u2", "<f4":
            yield f"{name}-{dtype[1:]}", dict(dtype=dtype, compressor=compressor, dimension_separator="/")
    for dtype in "|i1", "<i2", ">i2", ">u2", "<i4", ">i4", "<u4", ">u4", ">f4", "<f8", ">f8":
        yield f"type-{'big' if dtype[0] == '>' else 'little'}-{dtype[1:]}", dict(dtype=dtype, compressor=None)
    for dtype in "|u1", ">u2", "<f4":
        yield f"fortran-{dtype[1:]}", dict(dtype=dtype, order="F")
    for fill in 0, 17, None:
        yield f"missing-{fill}", dict(dtype="<u2", fill_value=fill, missing=True)
    for fill in float("nan"), float("inf"), float("-inf"), -1.5:
        yield f"missing-{fill}", dict(dtype="<f4", fill_value=fill, missing=True)


def write(folder):
    for seed, (name, settings) in enumerate(arrays()):
        missing = settings.pop("missing", False)
        data = values(settings["dtype"], seed)
        array = zarr.open(os.path.join(folder, name), mode="w", shape=SHAPE, chunks=CHUNKS, **settings)
        if missing:
            array[:, 8:9, :16] = data[:, 8:9, :16]
        else:
            array[...] = data
        stored = array[...]
        if missing and settings["fill_value"] is None:
            stored = numpy.zeros(SHAPE, settings["dtype"])
            stored[:, 8:9, :16] = data[:, 8:9, :16]
        little = numpy.ascontiguousarray(stored).astype(stored.dtype.newbyteorder("<"))
        with open(os.path.join(folder, name + ".raw"), "wb") as file:
            file.write(little.tobytes())


def main(target):
    with tempfile.TemporaryDirectory() as folder:
        write(folder)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for parent, _, names in sorted(os.walk(folder)):
                for name in sorted(names):
                    path = os.path.join(parent, name)
                    entry = zipfile.ZipInfo(os.path.relpath(path, folder))
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    with open(path, "rb") as file:
                        archive.writestr(entry, file.read())


if __name__ == "__main__":
    main(sys.argv[1])
