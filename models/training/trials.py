"""
Trains the network further by recipes of `recipe.py`, and says what each is worth on artists that took no part.

    /usr/bin/python3 models/training/trials.py --art <folder> --recipes "all blocks" "strong views" [--device cuda]
    /usr/bin/python3 models/training/trials.py --art <folder> --recipes shipped --everything [--device cuda]

The artists of `train` teach, those of `dev` and `val` are asked; with --everything those of `dev` teach too. Log: `trials.csv`;
networks: `tuned-<recipe>.pt` and `tuned-<recipe>-all.pt` in the cache, in half precision.
"""
import argparse
import csv
import time
from pathlib import Path

import numpy as np
import torch

import calibrate
import export
import networks
import pictures
from encoder import HEADS, SIZE, Encoder
from finetune import tune
from recipe import SHIPPED, TRIALS
from split import split_of

READ = ("style", "subject", *HEADS)


def published(options, pixels, targets, use):
    """The published network with principal components and regressions of its statistics, on the device."""
    model = Encoder(networks.mobilenet_v2_140(options.cache)).to(pixels.device).to(memory_format=torch.channels_last).eval()
    file = options.cache / f"statistics-{SIZE}.npy"
    if not file.exists():
        np.save(file, read(model, pixels, ("raw",))["raw"])
    model.cpu().fit_statistics(np.load(file), targets, use)
    return model.to(pixels.device)


def read(model, pixels, names=READ, which=None):
    """What the encoder says of the pictures as they are, stretched to the square: {name: [n, ...]}; zeros beside `which` (bool [n])."""
    parts = {name: [] for name in names}
    chosen = pixels if which is None else pixels[torch.from_numpy(which).to(pixels.device)]
    with torch.no_grad():
        for images in chosen.split(128):
            out = read_batch(model, images)
            for name in names:
                parts[name].append(out[name].float().cpu().numpy())
    result = {name: np.concatenate(values) for name, values in parts.items()}
    return result if which is None else {name: spread(values, which) for name, values in result.items()}


def read_batch(model, images):
    """In bfloat16 up to the statistics, which is several times as fast and moves no figure by more than chance does."""
    x = images.permute(0, 3, 1, 2).float()
    x = torch.nn.functional.interpolate(x, size=(SIZE, SIZE), mode="bilinear", align_corners=False, antialias=True)
    with torch.autocast(x.device.type, dtype=torch.bfloat16):
        raw = model.statistics((x / 127.5 - 1).contiguous(memory_format=torch.channels_last)).float()
    return model.read(raw) | {"raw": raw}


def spread(values, which):
    result = np.zeros((len(which), *values.shape[1:]), values.dtype)
    result[which] = values
    return result


def figures(out, table, targets, which):
    """Of the paintings among `which`, in short: right first, in two, of the surest 40 %, per movement; the loss; hands found."""
    which = which[targets["movement"][which] >= 0]
    logits, y = out["movement"][which], targets["movement"][which]
    p = calibrate.softmax(logits, calibrate.temperature(logits, y))
    order, right = np.argsort(-p, 1), p.argmax(1) == y
    sure = np.argsort(-p.max(1))[: int(0.4 * len(y))]
    hands = export.retrieval(out["style"][which], pictures.column(table, "artist")[which])
    return {
        "top1": right.mean(), "top2": (order[:, :2] == y[:, None]).any(1).mean(), "at40": right[sure].mean(),
        "loss": -np.log(p[np.arange(len(y)), y]).mean(), "balanced": np.mean([right[y == k].mean() for k in np.unique(y)]),
        "hand": hands["precisionAt1"], "map": hands["map"],
    }  # fmt: skip


def tell(options, name, seconds, **parts):
    line = [name, round(seconds)] + [f"{part}:{k}={v:.3f}" for part, shown in parts.items() for k, v in shown.items()]
    print(*line, flush=True)
    with open(options.cache / "trials.csv", "a", newline="") as file:
        csv.writer(file).writerow(line)


def try_out(options, recipe, table, pixels, targets):
    split, start = split_of(table), time.time()
    use = split != "val" if options.everything else split == "train"
    model = tune(recipe, published(options, pixels, targets, use), table, pixels, targets, use)
    seconds, out = time.time() - start, read(model, pixels, which=~use)
    asked = {part: figures(out, table, targets, np.flatnonzero(split == part)) for part in np.unique(split[~use])}
    tell(options, f"{recipe.name}{', all artists' if options.everything else ''}", seconds, **asked)
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--art", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "oeuvre-training")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--recipes", nargs="+", required=True, help="names in recipe.py, or: shipped")
    parser.add_argument("--everything", action="store_true", help="teach the artists of `dev` too")
    options = parser.parse_args()
    torch.backends.cudnn.benchmark = True
    table, pixels = pictures.pixels(options.art, options.cache)
    targets, pixels = pictures.targets_of(table), torch.from_numpy(np.array(pixels)).to(options.device)
    chosen = SHIPPED if options.recipes == ["shipped"] else [r for r in TRIALS if r.name in options.recipes]
    for recipe in chosen:
        model = try_out(options, recipe, table, pixels, targets)
        networks.keep(options.cache, recipe.name, options.everything, model)


if __name__ == "__main__":
    main()
