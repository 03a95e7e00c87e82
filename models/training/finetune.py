"""
Fine-tunes the network on the paintings of the training artists; artists kept out to calibrate take no part.

    /usr/bin/python3 models/training/finetune.py --art <folder>

The blocks up to block 4 stay as published. Every other step mixes pictures (mixup, Zhang et al., ICLR 2018) for the labels; the steps between
compare whole artists (supervised contrast). What is kept is the running average of the weights. Log: `finetune.csv` in the cache.
"""
import argparse
import csv
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import networks
import pictures
from contrast import contrast
from encoder import HEADS, Encoder
from heads import statistics
from sampling import batches
from split import split_of

SEED, SIZE = 11, 224
FROZEN = ("stem", "block_0", "block_1", "block_2", "block_3", "block_4")
SMOOTHING = 0.1
AVERAGE = 0.995
WEIGHTS = {"artist": 1.0, "movement": 1.0, "genre": 0.4, "medium": 0.2, "subject": 0.3}


def views(images, generator, size=SIZE):
    """uint8 [n, h, w, 3] -> float [n, 3, size, size] in -1..1: a crop of 45 to 100 % of the area, mirrored or not."""
    n = len(images)
    x = torch.from_numpy(images).permute(0, 3, 1, 2).float() / 127.5 - 1
    area, aspect = generator.uniform(0.45, 1, n), np.exp(generator.uniform(-0.25, 0.25, n))
    width, height = np.minimum(np.sqrt(area * aspect), 1), np.minimum(np.sqrt(area / aspect), 1)
    theta = np.zeros((n, 2, 3), np.float32)
    theta[:, 0, 0] = width * generator.choice((-1, 1), n)
    theta[:, 1, 1] = height
    theta[:, 0, 2] = generator.uniform(-1, 1, n) * (1 - width)
    theta[:, 1, 2] = generator.uniform(-1, 1, n) * (1 - height)
    grid = F.affine_grid(torch.from_numpy(theta), (n, 3, size, size), align_corners=False)
    return F.grid_sample(x, grid, "bilinear", "reflection", align_corners=False).contiguous(memory_format=torch.channels_last)


def mixed(x, y, generator):
    """Pairs of pictures and of one-hot labels in a share drawn from Beta(0.3, 0.3); a label that is not known weighs nothing."""
    share = float(generator.beta(0.3, 0.3))
    other = torch.from_numpy(generator.permutation(len(x)))
    return share * x + (1 - share) * x[other], {k: share * v + (1 - share) * v[other] for k, v in y.items()}


def one_hot(y, count):
    known = (y >= 0).float()[:, None]
    return (F.one_hot(y.clamp(min=0), count).float() * (1 - SMOOTHING) + SMOOTHING / count) * known


def label_loss(out, y):
    total = 0
    for name in HEADS:
        loss = -(y[name] * F.log_softmax(out[name], 1)).sum(1)
        total = total + WEIGHTS[name] * loss.sum() / y[name].sum().clamp(min=1)
    return total


class Relu6(torch.autograd.Function):
    """relu6 with a gradient in bfloat16, which the one of torch 1.13 lacks."""

    @staticmethod
    def forward(context, x):
        y = x.clamp(0, 6)
        context.save_for_backward(y)
        return y

    @staticmethod
    def backward(context, gradient):
        (y,) = context.saved_tensors
        return gradient * ((y > 0) & (y < 6))


def trainable(network):
    network.requires_grad_(True)
    for name in FROZEN:
        if name in network.blocks:
            network.blocks[name].requires_grad_(False)
    for module in network.modules():
        if isinstance(module, networks.SameConv) and module.activation and module.weight.requires_grad:
            module.activation = Relu6.apply
    return [p for p in network.parameters() if p.requires_grad]


def step_loss(model, images, y, generator, mix):
    x = views(images, generator)
    known = {k: one_hot(y[k], len(HEADS[k])) for k in HEADS}
    if mix:
        x, known = mixed(x, known, generator)
    with torch.cpu.amp.autocast(dtype=torch.bfloat16):
        raw = model.statistics(x)
    out = model.read(raw.float())
    loss = label_loss(out, known)
    if not mix:
        loss = loss + WEIGHTS["artist"] * contrast(out["style"], y["artist"]) + WEIGHTS["subject"] * contrast(out["subject"], y["genre"])
    return loss


def tune(options, table, pixels):
    generator = np.random.default_rng(SEED)
    torch.manual_seed(SEED)
    targets, keep = pictures.targets_of(table), split_of(table) == "train"
    model = Encoder(networks.mobilenet_v2_140(options.cache)).to(memory_format=torch.channels_last)
    model.fit_statistics(statistics(options, pixels), targets, keep)
    network = trainable(model.network)
    rest = [*model.style.parameters(), *model.subject.parameters(), *model.heads.parameters()]
    optimiser = torch.optim.AdamW([{"params": network, "lr": options.rate}, {"params": rest, "lr": 3 * options.rate}], weight_decay=0.02)
    rates = [g["lr"] for g in optimiser.param_groups]
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    log = csv.writer(open(options.cache / "finetune.csv", "w", newline=""))
    started = time.time()
    for step, which in zip(range(options.steps), batches(table, generator, keep)):
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * min(1, (step + 1) / 60) * (0.5 + 0.5 * np.cos(np.pi * step / options.steps))
        order = np.argsort(which, kind="stable")
        which = which[order]
        y = {k: torch.from_numpy(v[which]) for k, v in targets.items()}
        loss = step_loss(model, np.array(pixels[which]), y, generator, mix=step % 2 == 1)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network, 1.0)
        optimiser.step()
        decay = min(AVERAGE, (1 + step) / (10 + step))
        for k, v in model.state_dict().items():
            average[k].lerp_(v, 1 - decay)
        log.writerow((step, float(loss), time.time() - started))
        if step % 20 == 0:
            print(step, round(float(loss), 3), round(time.time() - started), flush=True)
        if (step + 1) % 200 == 0 or step + 1 == options.steps:
            torch.save(average, options.cache / f"finetuned-{step + 1}.pt")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--art", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "oeuvre-training")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=1e-4)
    options = parser.parse_args()
    torch.set_num_threads(2)
    tune(options, *pictures.pixels(options.art, options.cache))


if __name__ == "__main__":
    main()
