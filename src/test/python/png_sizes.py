"""Of each PNG: its name, its size, and the size that Pillow writes it with; writes its bytes beside it, as FILE.0."""
import io
import sys
from pathlib import Path

import cv2
import numpy
from PIL import Image, PngImagePlugin

for path in map(Path, sys.argv[1:]):
    with Image.open(path) as image:
        pixels = numpy.asarray(image)
        if not numpy.array_equal(cv2.imread(str(path), cv2.IMREAD_UNCHANGED), pixels):
            sys.exit(f"OpenCV and Pillow read different pixels from {path}")
        again = io.BytesIO()
        texts = PngImagePlugin.PngInfo()
        for keyword, text in image.text.items():
            texts.add_text(keyword, text)
        image.save(again, "PNG", pnginfo=texts)
        print(path.name, path.stat().st_size, len(again.getvalue()))
        Path(f"{path}.0").write_bytes(image.tobytes())
