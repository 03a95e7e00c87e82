"""
Trains the network further by each recipe of a list, and says what it is worth on artists that took no part.

    python3 models/training/trials.py --art <folder> --recipes base "no mixup" [--device cuda] [--folds 5] [--everything]

Without --folds the artists of `train` teach and those of `dev` and `val` are asked. With --folds all training artists are told apart into
that many parts, and each part is asked of a network that learnt from the others: `folds.npz` holds the answers. With --everything a last
network learns from all of them. Log: `trials.csv`; networks: `tuned-<name>.pt`, in half precision.
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
from encoder import HEADS, Encoder
from finetune import tune
from recipe import TRIALS
from split import fold_of, split_of

READ = ("style", "subject", *HEADS, "z")


KNOWN = {}


def published(options, pixels, targets, use):
    """The published network with principal components and regressions of its statistics, on the device; made once for one `use`."""
    key = use.tobytes()
    KNOWN[key] = KNOWN.get(key) or fit_published(options, pixels, targets, use)
    return KNOWN[key]


def fit_published(options, pixels, targets, use):
    model = Encoder(networks.mobilenet_v2_140(options.cache)).to(pixels.device).to(memory_format=torch.channels_last).eval()
    file = options.cache / "statistics-224.npy"
    if not file.exists():
        np.save(file, read(model, pixels, ("raw",))["raw"])
    model.cpu().fit_statistics(np.load(file), targets, use)
    return model.to(pixels.device)


def read(model, pixels, names=READ, which=None, size=224):
    """What the encoder says of the pictures as they are, stretched to the square: {name: [n, ...]}; zeros beside `which`."""
    parts = {name: [] for name in names}
    chosen = pixels if which is None else pixels[torch.from_numpy(which).to(pixels.device)]
    with torch.no_grad(), torch.autocast(pixels.device.type, dtype=torch.bfloat16):
        for images in chosen.split(256):
            x = torch.nn.functional.interpolate(images.permute(0, 3, 1, 2).float(), size=(size, size), mode="bilinear", antialias=True)
            raw = model.statistics((x / 127.5 - 1).contiguous(memory_format=torch.channels_last)).float()
            with torch.autocast(pixels.device.type, enabled=False):
                out = model.read(raw) | {"raw": raw}
            for name in names:
                parts[name].append(out[name].float().cpu().numpy())
    result = {name: np.concatenate(values) for name, values in parts.items()}
    return result if which is None else {name: spread(values, which) for name, values in result.items()}


def spread(values, which):
    result = np.zeros((len(which), *values.shape[1:]), values.dtype)
    result[which] = values
    return result


def figures(out, table, targets, which):
    """Of the paintings among `which`, in short: right first, right in two, right at 40 %, likelihood, and hands found."""
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


def keep(options, name, model):
    halves = {k: v.half() if v.is_floating_point() else v for k, v in model.state_dict().items()}
    torch.save(halves, options.out / f"tuned-{name.replace(' ', '-').replace(',', '')}.pt")


def try_out(options, recipe, table, pixels, targets, split):
    use, start = split == "train", time.time()
    model = tune(recipe, published(options, pixels, targets, use), table, pixels, targets, use)
    seconds, out = time.time() - start, read(model, pixels, which=~use)
    asked = {part: figures(out, table, targets, np.flatnonzero(split == part)) for part in ("dev", "val")}
    tell(options, recipe.name, seconds, **asked)
    if options.refit:
        raw = read(model, pixels, ("raw",))["raw"]
        model.cpu().fit_statistics(raw, targets, use)
        out = read(model.to(pixels.device), pixels)
        asked = {part: figures(out, table, targets, np.flatnonzero(split == part)) for part in ("dev", "val")}
        tell(options, f"{recipe.name}, fitted anew", 0, **asked)
    return model


def try_folds(options, recipe, table, pixels, targets, split):
    """Every training artist's works as seen by a network that did not learn from that artist."""
    fold, answers = fold_of(table, options.folds), None
    for part in range(options.folds):
        use = (split != "val") & (fold != part)
        start = time.time()
        model = tune(recipe, published(options, pixels, targets, use), table, pixels, targets, use)
        out = read(model, pixels, which=~use)
        answers = answers or {name: np.zeros_like(values) for name, values in out.items() if name != "z"}
        asked = (split != "val") & (fold == part)
        for name in answers:
            answers[name][asked] = out[name][asked]
        shown = {"fold": figures(out, table, targets, np.flatnonzero(asked)), "val": figures(out, table, targets, np.flatnonzero(split == "val"))}
        tell(options, f"{recipe.name}, fold {part}", time.time() - start, **shown)
        keep(options, f"fold-{part}", model)
        np.savez_compressed(options.out / "folds.npz", fold=fold, **{k: np.float16(v) for k, v in answers.items() if k in HEADS})


def learn_everything(options, recipe, table, pixels, targets, split):
    use, start = split != "val", time.time()
    model = tune(recipe, published(options, pixels, targets, use), table, pixels, targets, use)
    out = read(model, pixels, which=~use)
    tell(options, f"{recipe.name}, all artists", time.time() - start, val=figures(out, table, targets, np.flatnonzero(split == "val")))
    keep(options, f"{recipe.name}-all", model)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--art", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "oeuvre-training")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--recipes", nargs="+", default=["base"])
    parser.add_argument("--seconds", type=float, default=1e9, help="begin nothing new after these")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--everything", action="store_true")
    parser.add_argument("--refit", action="store_true", help="also measure heads that are fitted anew on the tuned network")
    parser.add_argument("--soft", type=Path, help="folds.npz: teach what networks without the artist answered")
    options = parser.parse_args()
    options.out = options.out or options.cache
    started = time.time()
    table, pixels = pictures.pixels(options.art, options.cache)
    targets, split = pictures.targets_of(table), split_of(table)
    if options.soft:
        targets["soft"] = soft_labels(np.load(options.soft), targets)
    torch.backends.cudnn.benchmark = True
    pixels = torch.from_numpy(np.array(pixels)).to(options.device)
    print("pictures ready", round(time.time() - started), flush=True)
    by_name = {recipe.name: recipe for recipe in TRIALS}
    for name in options.recipes:
        if time.time() - started > options.seconds:
            print("no time for", name)
            continue
        if options.folds:
            try_folds(options, by_name[name], table, pixels, targets, split)
        if options.everything:
            learn_everything(options, by_name[name], table, pixels, targets, split)
        if not options.folds and not options.everything:
            keep(options, name, try_out(options, by_name[name], table, pixels, targets, split))


def soft_labels(folds, targets):
    """Calibrated answers [n, 10] of networks that did not know the artist."""
    logits, y = np.float32(folds["movement"]), targets["movement"]
    return calibrate.softmax(logits, calibrate.temperature(logits, np.where(logits.any(1), y, -1)))


if __name__ == "__main__":
    main()
