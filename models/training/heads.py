"""
Makes models/oeuvre-style of the networks that `trials.py --recipes shipped` trained: averages them, calibrates, measures on `val`.

    /usr/bin/python3 models/training/heads.py --art <folder> --write

The twin that did not learn from the artists of `dev` is asked about them: temperatures, thresholds and the width of the period come from it.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import export
import networks
import pictures
from encoder import Encoder
from recipe import SHIPPED
from split import split_of
from trials import read


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--art", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "oeuvre-training")
    parser.add_argument("--write", action="store_true", help="write models/oeuvre-style")
    options = parser.parse_args()
    table, pixels = pictures.pixels(options.art, options.cache)
    targets, split = pictures.targets_of(table), split_of(table)
    _, out = load(options, pixels, everything=False)
    twin = export.fit_twin(out, table, split, targets)
    model, out = load(options, pixels, everything=True)
    final = export.fit(out, table, split, targets, twin)
    print(json.dumps(final["figures"], default=lambda x: round(float(x), 4)), flush=True)
    if options.write:
        export.write(model, final)
        (options.cache / "figures.json").write_text(json.dumps(final["figures"], indent=1, default=float))


def load(options, pixels, everything):
    """The averaged network, and what it says of all pictures."""
    model = Encoder(networks.mobilenet_v2_140(options.cache)).eval()
    model.load_state_dict(networks.averaged(options.cache, [recipe.name for recipe in SHIPPED], everything))
    file = options.cache / f"tuned-statistics{'-all' if everything else ''}.npy"
    if not file.exists():
        lasting = model.to(memory_format=torch.channels_last)
        np.save(file, read(lasting, torch.from_numpy(np.array(pixels)), ("raw",))["raw"])
    with torch.no_grad():
        return model, {k: v.numpy() for k, v in model.read(torch.from_numpy(np.load(file))).items()}


if __name__ == "__main__":
    main()
