"""Separates the pictures of sc.fiji.imagetomask.benchmark.Separation by classifiers that learn from the same strokes.

Usage: separation_peers.py FOLDER

A linear discriminant and a random forest of 100 trees, both of red, green and blue. Prints the same columns; ms is learning
and classifying.
"""
import sys
import time
from pathlib import Path

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import RandomForestClassifier

PEERS = {
    "linear discriminant": LinearDiscriminantAnalysis,
    "random forest": lambda: RandomForestClassifier(100, random_state=0, n_jobs=-1),
}


def agreement(inside, truth):
    both = (inside & truth).sum()
    dice = 2 * both / (inside.sum() + truth.sum())
    return dice, ((both / truth.sum()) + (~inside & ~truth).sum() / (~truth).sum()) / 2


def marks(path):
    return np.fromfile(path, np.uint8) > 0


totals = {}
for folder in sorted(Path(sys.argv[1]).iterdir()):
    rgb = np.fromfile(folder / "picture.rgb", np.uint8).reshape(-1, 3)
    truth = marks(folder / "truth")
    for pixels in (5, 50, 500):
        results = {}
        for strokes in sorted(folder.glob(f"{pixels}.*.object")):
            objects, others = marks(strokes), marks(strokes.with_suffix(".background"))
            known = np.concatenate([rgb[objects], rgb[others]])
            classes = np.concatenate([np.ones(objects.sum()), np.zeros(others.sum())])
            for name, peer in PEERS.items():
                start = time.perf_counter()
                inside = peer().fit(known, classes).predict(rgb) > 0.5
                spent = 1000 * (time.perf_counter() - start)
                results.setdefault(name, []).append((*agreement(inside, truth), spent))
        for name, found in results.items():
            totals.setdefault((pixels, name), []).extend(found)
            mean = np.mean(found, axis=0)
            print(folder.name.replace("_", " "), pixels, name, *("%.3f" % value for value in mean), sep="\t", flush=True)
for (pixels, name), found in totals.items():
    print("all", pixels, name, *("%.3f" % value for value in np.mean(found, axis=0)), sep="\t")
