"""Reads OME-Zarr images of version 0.4 from a web server with zarr-python 2, as far as it has public files.

Usage: read_zarr.py ADDRESS FOLDER NAME...

The values of every resolution of ADDRESS/NAME go to FOLDER/NAME.LEVEL.raw, little endian. Each is told in a line: name,
level, type, shape, and the codec of its chunks.
"""
import sys
import urllib.error
import urllib.request
from collections.abc import MutableMapping
from pathlib import Path

import numpy as np
import zarr


class Web(MutableMapping):
    """The files under an address, by their names from there; zarr-python wants a mapping that it could write to."""

    def __init__(self, address):
        self.address = address

    def __getitem__(self, key):
        try:
            with urllib.request.urlopen(f"{self.address}/{key}", timeout=30) as answer:
                return answer.read()
        except urllib.error.HTTPError as problem:
            if problem.code != 404:
                raise
            raise KeyError(key) from problem

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def refuse(self, *_):
        raise NotImplementedError("The web is only read.")

    __setitem__ = __delitem__ = __iter__ = __len__ = refuse


def main():
    address, folder, *names = sys.argv[1:]
    for name in names:
        image = zarr.open_group(Web(f"{address}/{name}"), mode="r")
        for level in image.attrs["multiscales"][0]["datasets"]:
            array = image[level["path"]]
            values = array[...]
            little = values.astype(values.dtype.newbyteorder("<"))
            Path(folder, f"{name}.{level['path']}.raw").write_bytes(little.tobytes())
            codec = array.compressor.codec_id if array.compressor else "none"
            print(name, level["path"], values.dtype, "x".join(map(str, values.shape)), codec)


if __name__ == "__main__":
    main()
