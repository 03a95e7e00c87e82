"""
What hand-made features of colour, tone, edges and texture are worth: the baseline that a network has to beat.

    /usr/bin/python3 models/training/handmade.py --art <folder>

Extremely randomised trees (Geurts et al. 2006) learn from the artists of `train`, temperature comes from those of `dev`, and `val` is asked.
Neighbours are looked for among the standardised features.
"""
import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier

import calibrate
import export
import pictures
from split import split_of

SEED = 7


def features(picture):
    """uint8 [256, 256, 3] to about 100 numbers: colour histogram, tone on a grid, directions of edges at three scales."""
    x = picture.astype(np.float32) / 255
    value, spread = x.max(2), x.max(2) - x.min(2)
    colour, _ = np.histogramdd(x[::4, ::4].reshape(-1, 3), bins=(4, 4, 4), range=((0, 1),) * 3)
    grey = x.mean(2)
    tone = grey.reshape(4, 64, 4, 64).mean((1, 3)).ravel()
    basics = [value.mean(), value.std(), spread.mean(), spread.std(), *np.quantile(grey, (0.05, 0.25, 0.5, 0.75, 0.95))]
    return np.concatenate([colour.ravel() / colour.sum(), tone, basics, *(edges(grey, step) for step in (1, 2, 4))])


def edges(grey, step):
    """Directions of gradients, weighted by their strength, and how strong and how uneven they are."""
    small = grey[: 256 // step * step, : 256 // step * step].reshape(256 // step, step, 256 // step, step).mean((1, 3))
    dy, dx = np.gradient(small)
    strength, direction = np.hypot(dx, dy), np.arctan2(dy, dx) % np.pi
    shares, _ = np.histogram(direction, bins=8, range=(0, np.pi), weights=strength)
    return np.concatenate([shares / max(shares.sum(), 1e-9), [strength.mean(), strength.std(), np.quantile(strength, 0.9)]])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--art", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "oeuvre-training")
    options = parser.parse_args()
    table, pixels = pictures.pixels(options.art, options.cache)
    split, targets = split_of(table), pictures.targets_of(table)
    painting = targets["movement"] >= 0
    x = np.stack([features(picture) if use else np.zeros(122) for picture, use in zip(pixels, painting)])
    train, dev, val = (painting & (split == part) for part in ("train", "dev", "val"))
    trees = ExtraTreesClassifier(500, min_samples_leaf=2, class_weight="balanced_subsample", random_state=SEED, n_jobs=2)
    trees.fit(x[train], targets["movement"][train])
    logits = np.log(trees.predict_proba(x) + 1e-4)
    z = (x - x[train].mean(0)) / (x[train].std(0) + 1e-6)
    z /= np.linalg.norm(z, axis=1, keepdims=True)
    t = calibrate.temperature(logits[dev], targets["movement"][dev])
    print(json.dumps(measured(logits[val] / t, z[val], table, targets, np.flatnonzero(val)), indent=1))


def measured(logits, vectors, table, targets, val):
    result = {}
    for name, labels in (("ten", range(10)), ("seven", [pictures.MOVEMENTS.index(m) for m in pictures.LARGE])):
        labels = list(labels)
        asked = np.isin(targets["movement"][val], labels)
        p = calibrate.softmax(logits[asked][:, labels], 1.0)
        y = np.array([labels.index(v) for v in targets["movement"][val][asked]])
        right, sure = p.argmax(1) == y, np.argsort(-p.max(1))
        result[name] = {
            "top1": right.mean(), "top2": (np.argsort(-p, 1)[:, :2] == y[:, None]).any(1).mean(),
            "ece": calibrate.calibration_error(p, y), "at40": right[sure[: int(0.4 * len(y))]].mean(), "at60": right[sure[: int(0.6 * len(y))]].mean(),
        }  # fmt: skip
    for name, column in (("artist", "artist"), ("genre", "genre")):
        result[name] = export.retrieval(vectors, pictures.column(table, column)[val])
    return result


if __name__ == "__main__":
    main()
