"""Makes masks of a folder of pictures as a short script would: with OpenCV, or with Pillow and numpy.

Usage: file_peers.py opencv|pillow INPUT OUTPUT [--channel "L (LAB)"] [--processes N]

One process per core unless N is given. Clip range and levels are those of Image To Mask; the channel is the library's own,
and so is the compression of the PNG. The last line is: pictures, seconds, CPU seconds.
"""
import argparse
import multiprocessing
import os
import resource
import time
from pathlib import Path

import numpy as np

BLACK, WHITE, GRAY = 0, 255, 1
RARE = 0.0005
SUFFIXES = {".png", ".jpg", ".jpeg"}


def table(counts):
    enough = counts.sum() * RARE
    above = np.flatnonzero(counts > enough)
    low, high = (above[0], above[-1]) if len(above) else (0, 0)
    if low == high:
        stretched = np.zeros(256)
    else:
        stretched = np.trunc((np.clip(np.arange(256), low, high) - low) / (high - low) * 255)
    x = np.clip(255 * (stretched - BLACK) / (WHITE - BLACK), 0, 255)
    return np.trunc(255 * (x / 255) ** (1 / GRAY)).astype(np.uint8)


def opencv(source, target, channel):
    import cv2
    codes = {"LAB": (cv2.COLOR_BGR2LAB, "LAB"), "YUV": (cv2.COLOR_BGR2YUV, "YUV"), "HSV": (cv2.COLOR_BGR2HSV, "HSV")}
    letter, space = channel[0], channel[3:-1]
    picture = cv2.imread(str(source), cv2.IMREAD_COLOR)
    if space in codes:
        code, letters = codes[space]
        picture = cv2.cvtColor(picture, code)
    else:
        letters = "BGR"
    values = cv2.extractChannel(picture, letters.index(letter))
    counts = cv2.calcHist([values], [0], None, [256], [0, 256]).ravel()
    cv2.imwrite(str(target), cv2.LUT(values, table(counts)))


def pillow(source, target, channel):
    from PIL import Image, ImageCms
    letter, space = channel[0], channel[3:-1]
    picture = Image.open(source).convert("RGB")
    if space == "LAB":
        if pillow.to_lab is None:
            pillow.to_lab = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
        values = ImageCms.applyTransform(picture, pillow.to_lab).getchannel(letter)
    elif space == "YUV":
        values = picture.convert("YCbCr").getchannel({"Y": 0, "U": 1, "V": 2}[letter])
    else:
        values = picture.convert(space).getchannel(letter)
    values = np.asarray(values)
    counts = np.bincount(values.ravel(), minlength=256)
    Image.fromarray(table(counts)[values]).save(target)


pillow.to_lab = None


def single_threaded(program):
    if program == "opencv":
        import cv2
        cv2.setNumThreads(1)


def work(job):
    {"opencv": opencv, "pillow": pillow}[job[0]](*job[1:])


def main():
    start = time.perf_counter()
    parser = argparse.ArgumentParser()
    parser.add_argument("program", choices=["opencv", "pillow"])
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--channel", default="L (LAB)")
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    files = [options.input] if options.input.is_file() else sorted(options.input.iterdir())
    jobs = [(options.program, file, options.output / (file.stem + ".png"), options.channel)
            for file in files if file.suffix.lower() in SUFFIXES]
    if len(jobs) == 1:
        work(jobs[0])
    else:
        with multiprocessing.Pool(options.processes, single_threaded, (options.program,)) as pool:
            pool.map(work, jobs, chunksize=max(1, len(jobs) // options.processes // 8))
            pool.close()
            pool.join()
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    print(f"{len(jobs)}\t{time.perf_counter() - start:.3f}\t{cpu:.3f}")


if __name__ == "__main__":
    main()
