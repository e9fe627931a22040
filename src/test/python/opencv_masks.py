"""Times the masks of a picture in memory as OpenCV makes them: channel, histogram, table.

Usage: opencv_masks.py SIZE [THREADS]

Prints for each channel: its label and the medians of seven runs in milliseconds, on the clock and of all cores together, as
tab-separated values. The picture is smooth colour with fine noise. Lab, YCrCb and HSV are OpenCV's own.
"""
import statistics
import sys
import time

import cv2
import numpy as np

SPACES = {
    "L (LAB)": (cv2.COLOR_RGB2LAB, 0),
    "R (RGB)": (None, 0),
    "Y (YUV)": (cv2.COLOR_RGB2YCrCb, 0),
    "H (HSV)": (cv2.COLOR_RGB2HSV_FULL, 0),
}


def picture(size):
    rng = np.random.default_rng(1)
    base = rng.integers(0, 256, (size // 16, size // 16, 3), dtype=np.uint8)
    smooth = cv2.resize(base, (size, size), interpolation=cv2.INTER_LINEAR).astype(np.int16)
    return np.clip(smooth + rng.integers(-8, 9, smooth.shape), 0, 255).astype(np.uint8)


def mask(rgb, code, band, table):
    values = cv2.extractChannel(rgb if code is None else cv2.cvtColor(rgb, code), band)
    counts = cv2.calcHist([values], [0], None, [256], [0, 256])
    return cv2.LUT(values, table), counts


def main():
    size = int(sys.argv[1])
    cv2.setNumThreads(int(sys.argv[2]) if len(sys.argv) > 2 else -1)
    rgb = picture(size)
    table = np.arange(256, dtype=np.uint8)
    for label, (code, band) in SPACES.items():
        wall, cores = [], []
        for _ in range(9):
            start, start_cores = time.perf_counter(), time.process_time()
            mask(rgb, code, band, table)
            wall.append((time.perf_counter() - start) * 1000)
            cores.append((time.process_time() - start_cores) * 1000)
        print(f"{label}\t{statistics.median(wall[2:]):.3f}\t{statistics.median(cores[2:]):.3f}")


main()
