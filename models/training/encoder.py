"""The encoder: one network, statistics of its maps, two unit vectors and the logits of three heads."""
import copy

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import pictures

SIZE = 224
TAPS = ("block_5", "block_9", "block_12", "block_15")
STYLE_TAPS = ("block_5", "block_9", "block_12")
STATISTICS = ("mean", "spread")
STYLE_DIM, SUBJECT_DIM = 256, 128
LIMIT = 5.0  # standard deviations; keeps one odd channel of an odd picture from deciding alone
HEADS = {"movement": pictures.MOVEMENTS, "genre": pictures.GENRES, "medium": pictures.MEDIA}
NAMES = tuple(f"{tap}:{kind}" for tap in TAPS for kind in STATISTICS)


class Encoder(nn.Module):
    """x [n, 3, h, w] in -1..1 -> style [n, 256], subject [n, 128] of unit length, logits per head, z [n, channels]."""

    def __init__(self, network):
        super().__init__()
        self.network = network.requires_grad_(False)
        names = network.names
        for name in names[names.index(TAPS[-1]) + 1 :]:
            del network.blocks[name]
        network.names = names[: names.index(TAPS[-1]) + 1]
        widths = {tap: network.blocks[tap][-1].weight.shape[0] for tap in TAPS}
        self.widths = [widths[name.split(":")[0]] for name in NAMES]
        total = sum(self.widths)
        self.register_buffer("centre", torch.zeros(total))
        self.register_buffer("scale", torch.ones(total))
        self.style = nn.Linear(self.size_of(self.style_part), STYLE_DIM)
        self.subject = nn.Linear(self.size_of(self.subject_part), SUBJECT_DIM)
        self.heads = nn.ModuleDict({name: nn.Linear(total, len(labels)) for name, labels in HEADS.items()})

    def copy(self):
        """Of its own, with weights of its own."""
        return copy.deepcopy(self)

    def size_of(self, part):
        return part(torch.zeros(1, sum(self.widths))).shape[1]

    def style_part(self, z):
        parts = torch.split(z, self.widths, 1)
        return torch.cat([p for name, p in zip(NAMES, parts) if name.split(":")[0] in STYLE_TAPS], 1)

    def subject_part(self, z):
        parts = torch.split(z, self.widths, 1)
        return torch.cat([p for name, p in zip(NAMES, parts) if name in ("block_12:mean", "block_15:mean")], 1)

    def statistics(self, x):
        maps = self.network(x, TAPS)
        values = []
        for tap in TAPS:
            y = maps[tap].float()
            mean = y.mean((2, 3))
            spread = ((y - mean[:, :, None, None]) ** 2).mean((2, 3)).add(1e-8).sqrt()
            values += [mean, spread]
        return torch.cat(values, 1)

    def forward(self, x):
        return self.read(self.statistics(x))

    def read(self, raw):
        z = self.standardise(raw)
        return {
            **self.vectors(z),
            **{name: head(z) for name, head in self.heads.items()},
            "z": z,
        }

    def standardise(self, raw):
        return ((raw - self.centre) * self.scale).clamp(-LIMIT, LIMIT)

    def vectors(self, z):
        return {
            "style": F.normalize(self.style(self.style_part(z)), dim=1),
            "subject": F.normalize(self.subject(self.subject_part(z)), dim=1),
        }

    def fit_statistics(self, raw, targets, use):
        """Standardisation, principal components and regularised logistic regressions of the values as they are now."""
        centre, scale = raw[use].mean(0), 1 / (raw[use].std(0) + 1e-5)
        with torch.no_grad():
            self.centre.copy_(torch.from_numpy(centre))
            self.scale.copy_(torch.from_numpy(scale))
            z = self.standardise(torch.from_numpy(raw))
            for layer, part in ((self.style, self.style_part), (self.subject, self.subject_part)):
                set_principal(layer, part(z)[torch.from_numpy(use)].numpy())
        for name, head in self.heads.items():
            regress(head, z, torch.from_numpy(targets[name]), torch.from_numpy(use))


def set_principal(layer, values):
    """Principal components, half whitened: half evens directions out without lifting noise."""
    middle = values.mean(0)
    _, deviations, directions = np.linalg.svd(values[::2] - middle, full_matrices=False)
    size = layer.weight.shape[0]
    matrix = directions[:size] / np.sqrt(deviations[:size, None] / np.sqrt(len(values) / 2))
    layer.weight.copy_(torch.from_numpy(np.float32(matrix)))
    layer.bias.copy_(torch.from_numpy(np.float32(-matrix @ middle)))


def regress(head, z, labels, use, penalty=1e-2):
    """Logistic regression, classes weighted by the inverse root of their size."""
    asked = use & (labels >= 0)
    x, y = z[asked], labels[asked]
    weight = 1 / torch.bincount(y, minlength=head.weight.shape[0]).clamp(min=1).float().sqrt()
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    optimiser = torch.optim.LBFGS(head.parameters(), max_iter=60, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = F.cross_entropy(head(x), y, weight) + penalty * (head.weight**2).sum()
        value.backward()
        return value

    optimiser.step(loss)
