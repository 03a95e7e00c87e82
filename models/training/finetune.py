"""Trains the network further on the paintings: labels, genres, hands, decades, and contrast over artists; the weights are averaged."""
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import networks
from contrast import contrast
from encoder import HEADS, Encoder
from sampling import batches
from views import mixed, views

SMOOTHING = 0.1
WEIGHTS = {"movement": 1.0, "genre": 0.3, "medium": 0.2, "subject": 0.3}
DECADES = np.arange(1500, 1961, 20)


def relu6(x):
    """Spelt out, as torch 1.13 has no gradient of its own relu6 in bfloat16 on the CPU."""
    return F.relu6(x) if x.is_cuda else x.clamp(0, 6)


class Tuned(nn.Module):
    """The encoder and two heads that only training has: whose hand, and which decade."""

    def __init__(self, encoder, hands):
        super().__init__()
        self.encoder = encoder
        total = encoder.centre.shape[0]
        self.hands = nn.Linear(total, hands)
        self.years = nn.Linear(total, len(DECADES))
        for layer in (self.hands, self.years):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, x, dropout):
        with torch.autocast(x.device.type, dtype=torch.bfloat16):
            raw = self.encoder.statistics(x)
        z = self.encoder.standardise(raw.float())
        kept = F.dropout(z, dropout, self.training)
        logits = {name: head(kept) for name, head in self.encoder.heads.items()}
        return {**self.encoder.vectors(z), **logits, "hands": self.hands(kept), "years": self.years(kept)}


def trainable(network, frozen):
    """The parameters of the blocks after number `frozen`; the others take no part."""
    network.requires_grad_(True)
    if frozen >= 0:
        for name in ("stem", *(f"block_{i}" for i in range(frozen + 1))):
            network.blocks[name].requires_grad_(False)
    for module in network.modules():
        if isinstance(module, networks.SameConv) and module.activation:
            module.activation = relu6
    return [p for p in network.parameters() if p.requires_grad]


def one_hot(labels, count):
    """[n, count], smoothed; all zero, so that it weighs nothing, where a label is not known (-1)."""
    known = (labels >= 0).float()[:, None]
    return (F.one_hot(labels.clamp(min=0), count).float() * (1 - SMOOTHING) + SMOOTHING / count) * known


def decades(years):
    """[n, decades]: a bell of 20 years around the year; all zero where it is not known (NaN)."""
    bell = np.exp(-(((years[:, None] - DECADES[None]) / 20) ** 2) / 2)
    return np.float32(np.nan_to_num(bell / bell.sum(1, keepdims=True)))


def fuzzy_loss(logits, target):
    loss = -(target * F.log_softmax(logits, 1)).sum(1)
    return loss.sum() / target.sum().clamp(min=1)


def step_loss(model, recipe, images, y, generator, mix):
    x = views(images, generator, recipe.size, recipe.least, recipe.colour)
    known = {k: one_hot(y[k], len(HEADS[k])) for k in HEADS}
    known |= {"hands": one_hot(y["hand"], model.hands.weight.shape[0]), "years": y["decade"]}
    if mix:
        x, known = mixed(x, known, generator, recipe.mixup)
    out = model(x, recipe.dropout)
    weights = {**WEIGHTS, "hands": recipe.hands, "years": recipe.years}
    loss = sum(weights[name] * fuzzy_loss(out[name], known[name]) for name in known)
    if not mix and recipe.contrast > 0:
        loss = loss + recipe.contrast * contrast(out["style"], y["artist"])
        loss = loss + recipe.contrast * WEIGHTS["subject"] * contrast(out["subject"], y["genre"])
    return loss


def rate_at(step, steps):
    return min(1, (step + 1) / (0.05 * steps)) * (0.5 + 0.5 * np.cos(np.pi * step / steps))


def tune(recipe, published, table, pixels, targets, use, log=print):
    """
    @param published: encoder with the published network and fitted heads; it is not changed
    @param pixels: uint8 tensor [n, 256, 256, 3], on the device that trains
    @param use: bool [n], the pictures that train
    @returns the encoder with averaged weights, in evaluation mode
    """
    torch.manual_seed(recipe.seed)
    device = pixels.device
    choose, generator = np.random.default_rng(recipe.seed), torch.Generator("cpu").manual_seed(recipe.seed)
    y = on_device(targets, use, device)
    model = Tuned(published.copy(), int(y["hand"].max()) + 1).to(device).to(memory_format=torch.channels_last)
    network = trainable(model.encoder.network, recipe.frozen)
    inside = {id(p) for p in network}
    rest = [p for p in model.parameters() if id(p) not in inside and p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": network, "lr": recipe.rate}, {"params": rest, "lr": 3 * recipe.rate}], weight_decay=recipe.decay)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = {k: v.detach().clone() for k, v in model.encoder.state_dict().items()}
    steps, started = recipe.epochs * int(use.sum()) // recipe.batch, time.time()
    for step, which in zip(range(steps), batches(table, choose, use, recipe.batch)):
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * rate_at(step, steps)
        which = torch.from_numpy(which).to(device)
        loss = step_loss(model, recipe, pixels[which], {k: v[which] for k, v in y.items()}, generator, recipe.mixup > 0 and step % 2 == 1)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network, 1.0)
        optimiser.step()
        keep_average(average, model.encoder, min(recipe.average, (1 + step) / (10 + step)))
        if step % max(steps // 10, 1) == 0:
            log(recipe.name, step, round(loss.item(), 3), round(time.time() - started))
    result = published.copy().to(device).to(memory_format=torch.channels_last)
    result.load_state_dict(average)
    return result.eval()


def keep_average(average, encoder, decay):
    with torch.no_grad():
        for name, value in encoder.state_dict().items():
            average[name].lerp_(value, 1 - decay)


def on_device(targets, use, device):
    """Targets as tensors; the hands that train are numbered anew, all others are -1."""
    artist = np.where(use, targets["artist"], -1)
    names, numbers = np.unique(artist[artist >= 0], return_inverse=True)
    hand = np.full(len(artist), -1)
    hand[artist >= 0] = numbers
    values = {name: targets[name] for name in ("movement", "genre", "medium", "artist")} | {"hand": hand, "decade": decades(targets["year"])}
    return {k: torch.from_numpy(v).to(device) for k, v in values.items()}
