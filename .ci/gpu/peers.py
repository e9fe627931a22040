"""What others take for a mask of the same picture on this machine: PyTorch on the GPU, OpenCV on the processor.

Prints size, what was timed, and milliseconds (the median), separated by tabs. The channels are computed by the
definitions of these libraries or their textbook formulas, so the values are close to this project's, not equal.
"""

import statistics
import time

import cv2
import numpy
import torch

BLACK, WHITE, GRAY = 20, 230, 1.3
RARE = 0.0005
CODES = {"Lab": cv2.COLOR_RGB2LAB, "HSV": cv2.COLOR_RGB2HSV_FULL, "YCrCb": cv2.COLOR_RGB2YCrCb}


def median_ms(job, runs=7):
    """Times a job after two runs that do not count."""
    times = []
    for run in range(runs + 2):
        begin = time.perf_counter()
        job()
        torch.cuda.synchronize()
        if run >= 2:
            times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)


def lightness(rgb):
    """CIE L* of sRGB, scaled to bytes."""
    share = rgb.float() / 255
    light = torch.where(share <= 0.04045, share / 12.92, torch.pow((share + 0.055) / 1.055, 2.4))
    y = 0.2225 * light[0] + 0.7169 * light[1] + 0.0606 * light[2]
    root = torch.where(y > 216 / 24389, torch.pow(y, 1 / 3), (24389 / 27 * y + 16) / 116)
    return ((116 * root - 16) * 2.55).round().clamp(0, 255).byte()


def luma(rgb):
    return (0.299 * rgb[0].float() + 0.587 * rgb[1].float() + 0.114 * rgb[2].float()).round().byte()


def hue(rgb):
    share = rgb.float() / 255
    top, bottom = share.amax(0), share.amin(0)
    chroma = (top - bottom).clamp_min(1e-12)
    red, green, blue = share
    sixths = torch.where(
        top == red, (green - blue) / chroma % 6, torch.where(top == green, (blue - red) / chroma + 2, (red - green) / chroma + 4)
    )
    return (sixths / 6 * 255).byte()


CHANNELS = {"L": lightness, "R": lambda rgb: rgb[0].contiguous(), "Y": luma, "H": hue}


def mask(rgb, channel):
    """Channel, clip range by the histogram, levels, table."""
    values = CHANNELS[channel](rgb).int()
    counts = torch.bincount(values.flatten(), minlength=256)
    present = torch.nonzero(counts > RARE * values.numel())
    low, high = present.min(), present.max()
    steps = torch.arange(256, device=rgb.device, dtype=torch.float64)
    steps = ((steps.clamp(low, high) - low) / (high - low) * 255).floor()
    steps = (255 * (steps - BLACK) / (WHITE - BLACK)).clamp(0, 255)
    return (255 * (steps / 255) ** (1 / GRAY)).floor().byte()[values]


def tell(size, what, ms):
    print(f"{size}\t{what}\t{ms:.3f}", flush=True)


def measure(size):
    picture = numpy.random.default_rng(1).integers(0, 256, (3, size, size), dtype=numpy.uint8)
    host = torch.from_numpy(picture)
    pinned = host.pin_memory()
    there = host.cuda()
    words = torch.empty(size * size, dtype=torch.int32, device="cuda")
    copy = torch.empty_like(words)
    result = torch.empty((size, size), dtype=torch.uint8).pin_memory()
    tell(size, "copy of 4 B/pixel on the device", median_ms(lambda: copy.copy_(words)))
    tell(size, "3 B/pixel to the device, pinned", median_ms(lambda: there.copy_(pinned, non_blocking=True)))
    tell(size, "1 B/pixel from the device, pinned", median_ms(lambda: result.copy_(there[0], non_blocking=True)))
    for channel in CHANNELS:
        tell(size, f"PyTorch, on the device, {channel}", median_ms(lambda: mask(there, channel)))
        tell(size, f"PyTorch, host to host, {channel}", median_ms(lambda: mask(host.cuda(), channel).cpu()))
    image = numpy.ascontiguousarray(picture.transpose(1, 2, 0))
    for name, code in CODES.items():
        tell(size, f"OpenCV on the processor, {name}", median_ms(lambda: cv2.cvtColor(image, code)))


print("size\twhat\tms", flush=True)
for edge in (1024, 4096, 16384):
    measure(edge)
