"""Says how many slices of what mode and size each file has, and writes their bytes beside it, as FILE.i."""
import sys
from pathlib import Path

from PIL import Image

for path in map(Path, sys.argv[1:]):
    with Image.open(path) as image:
        slices = getattr(image, "n_frames", 1)
        print(path.name, slices, image.mode, image.width, "x", image.height)
        for i in range(slices):
            image.seek(i)
            Path(f"{path}.{i}").write_bytes(image.tobytes())
