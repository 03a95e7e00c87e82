"""
Trains projections and heads on the statistics of the frozen network; the network itself stays as published.

    /usr/bin/python3 models/training/heads.py --art <folder> --write
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import export
import networks
import pictures
from contrast import contrast
from encoder import Encoder
from sampling import batches
from split import split_of

SEED, SIZE = 7, 224


def train_projections(model, raw, table, targets, use, steps, weights):
    """Supervised contrast on the style and subject vectors, starting from principal components; heads stay regressions."""
    generator = np.random.default_rng(SEED)
    torch.manual_seed(SEED)
    parameters = [*model.style.parameters(), *model.subject.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=weights["rate"], weight_decay=0.01)
    values = torch.from_numpy(raw)
    for step, which in zip(range(steps), batches(table, generator, use)):
        optimiser.param_groups[0]["lr"] = weights["rate"] * (0.5 + 0.5 * np.cos(np.pi * step / steps))
        y = {k: torch.from_numpy(v[which]) for k, v in targets.items()}
        z = model.standardise(values[which])
        z = F.dropout(z, weights["dropout"])
        out = model.vectors(z)
        loss = contrast(out["style"], y["artist"]) + contrast(out["subject"], y["genre"])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--art", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "oeuvre-training")
    parser.add_argument("--steps", type=int, default=2500)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--write", action="store_true", help="write models/oeuvre-style")
    options = parser.parse_args()
    torch.set_num_threads(1)
    table, pixels = pictures.pixels(options.art, options.cache)
    targets, split = pictures.targets_of(table), split_of(table)
    raw = statistics(options, pixels)
    _, twin = learn(options, raw, table, targets, split, split == "train")
    report("trained without the artists kept out", twin)
    model, final = learn(options, raw, table, targets, split, split != "val", twin)
    report("trained with them, calibrated without", final)
    if options.write:
        export.write(model, final)
        (options.cache / "figures.json").write_text(json.dumps(final["figures"], indent=1, default=float))


def statistics(options, pixels):
    file = options.cache / f"statistics-{SIZE}.npy"
    if not file.exists():
        model = Encoder(networks.mobilenet_v2_140(options.cache)).eval()
        np.save(file, frozen_statistics(model.to(memory_format=torch.channels_last), pixels))
    return np.load(file)


def frozen_statistics(model, pixels):
    """[pictures, channels]; in bfloat16, which is several times as fast and moves no figure by more than chance does."""
    parts = []
    with torch.no_grad(), torch.cpu.amp.autocast(dtype=torch.bfloat16):
        for start in range(0, len(pixels), 64):
            x = torch.from_numpy(np.array(pixels[start : start + 64])).permute(0, 3, 1, 2).float()
            x = F.interpolate(x, size=(SIZE, SIZE), mode="bilinear", align_corners=False, antialias=True)
            x = (x / 127.5 - 1).contiguous(memory_format=torch.channels_last)
            parts.append(model.statistics(x).float().numpy())
    return np.concatenate(parts)


def learn(options, raw, table, targets, split, use, twin=None):
    model = Encoder(networks.mobilenet_v2_140(options.cache))
    model.fit_statistics(raw, targets, use)
    train_projections(model, raw, table, targets, use, options.steps, vars(options))
    model.eval()
    with torch.no_grad():
        out = {k: v.numpy() for k, v in model.read(torch.from_numpy(raw)).items()}
    return model, export.fit(out, table, split, targets, twin)


def report(title, fitted):
    print(title, json.dumps(fitted["figures"], default=lambda x: round(float(x), 4)), flush=True)


if __name__ == "__main__":
    main()
