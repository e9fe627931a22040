"""Says how many slices of what mode and size each file has, and writes their bytes beside it, as FILE.i, as Pillow reads them.
OpenCV and tifffile must read the same from TIFF files."""
import sys
from pathlib import Path

import cv2
import numpy as np
import tifffile
from PIL import Image

for path in map(Path, sys.argv[1:]):
    slices = []
    with Image.open(path) as image:
        for i in range(getattr(image, "n_frames", 1)):
            image.seek(i)
            slices.append(np.asarray(image))
            Path(f"{path}.{i}").write_bytes(image.tobytes())
        print(path.name, len(slices), image.mode, image.width, "x", image.height)
    if path.suffix == ".tif":
        _, pages = cv2.imreadmulti(str(path), flags=cv2.IMREAD_UNCHANGED)
        np.testing.assert_array_equal(pages, slices, "OpenCV")
        np.testing.assert_array_equal([page.asarray() for page in tifffile.TiffFile(path).pages], slices, "tifffile")
