"""What turns logits into answers: temperature, thresholds, period and prototypes, all fitted on artists kept out of training."""
import hashlib

import numpy as np
import torch
import torch.nn.functional as F

import pictures

PROTOTYPES = 96
COVERAGE = 0.8
RIGHT = 0.82  # aimed at on the artists asked, so that 80 % holds on others
FOLDS = 5
FAMILIAR = 0.97  # share of the paintings of artists kept out that counts as known ground
NODES = {
    "baroque-rococo-romanticism": ("baroque", "rococo", "romanticism"),
    "impressionism-post-impressionism-expressionism-cubism": ("impressionism", "post-impressionism", "expressionism", "cubism"),
    "art-nouveau-japonism-symbolism": ("art-nouveau", "japonism", "symbolism"),
}


def temperature(logits, labels):
    """The temperature with the least negative log-likelihood (Guo et al., ICML 2017, section 4.2), by search."""
    asked = labels >= 0
    z, y = torch.from_numpy(logits[asked]), torch.from_numpy(labels[asked])
    steps = np.exp(np.linspace(np.log(0.3), np.log(4), 120))
    losses = [F.cross_entropy(z / t, y).item() for t in steps]
    return float(steps[int(np.argmin(losses))])


def softmax(logits, t):
    e = np.exp((logits - logits.max(1, keepdims=True)) / t)
    return e / e.sum(1, keepdims=True)


def answers(p, leaf, node):
    """Per work the set of labels answered as a mask [n, labels]; none where not sure."""
    result = np.zeros(p.shape, bool)
    masks = np.array([[m in labels for m in pictures.MOVEMENTS] for labels in NODES.values()])
    sums = p @ masks.T
    for i in range(len(p)):
        if p[i].max() >= leaf:
            result[i, p[i].argmax()] = True
        elif sums[i].max() >= node:
            result[i] = masks[sums[i].argmax()]
    return result


def judged(p, y, leaf, node):
    """(share answered, share of these that are right, share answered with one label)."""
    return judged_answers(answers(p, leaf, node), y)


def judged_answers(given, y):
    some = given.any(1)
    right = given[np.arange(len(y)), y]
    return some.mean(), right[some].mean() if some.any() else 1.0, (given.sum(1) == 1).mean()


def thresholds(p, y):
    """The pair that answers most works, and most finely, while the share of right answers is at least RIGHT."""
    best, found = -1.0, (0.9, 0.9)
    for leaf in np.arange(0.3, 0.95, 0.025):
        for node in np.arange(0.4, 0.95, 0.025):
            share, right, fine = judged(p, y, leaf, node)
            if right >= RIGHT and share + 0.5 * fine > best:
                best, found = share + 0.5 * fine, (float(leaf), float(node))
    return found


def decide(logits, y):
    """Temperature and thresholds of the movement, from works whose artists the network did not learn."""
    t = temperature(logits, y)
    leaf, node = thresholds(softmax(logits, t), y)
    return {"temperature": t, "leaf": leaf, "node": node}


def cross_fitted(logits, y, artists):
    """(p, answers) of every work with what `decide` chose on other artists: what a figure may be read from."""
    fold = np.array([hashlib.sha256(artist.encode()).digest()[2] % FOLDS for artist in artists])
    p, given = np.zeros(logits.shape), np.zeros(logits.shape, bool)
    for part in range(FOLDS):
        asked = fold == part
        chosen = decide(logits[~asked], y[~asked])
        p[asked] = softmax(logits[asked], chosen["temperature"])
        given[asked] = answers(p[asked], chosen["leaf"], chosen["node"])
    return p, given


def prototypes(style, seed=7):
    """Spherical k-means: [PROTOTYPES, dim] unit vectors."""
    generator = np.random.default_rng(seed)
    centres = style[generator.choice(len(style), PROTOTYPES, replace=False)]
    for _ in range(25):
        nearest = (style @ centres.T).argmax(1)
        sums = np.stack([style[nearest == k].sum(0) if (nearest == k).any() else centres[k] for k in range(PROTOTYPES)])
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return np.float32(centres)


def quantile_regression(z, y, levels=(0.1, 0.5, 0.9), penalty=3e-4, steps=800):
    """Linear quantiles by the pinball loss (Koenker and Bassett, Econometrica 1978): weight [3, channels], bias [3]."""
    torch.manual_seed(7)
    x, target = torch.from_numpy(z), torch.from_numpy(np.float32((y - 1880) / 50))[:, None]
    layer = torch.nn.Linear(x.shape[1], len(levels))
    torch.nn.init.zeros_(layer.weight)
    optimiser = torch.optim.Adam(layer.parameters(), lr=0.01)
    q = torch.tensor(levels)[None]
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = 0.01 * (1 - step / steps)
        error = target - layer(x)
        loss = torch.maximum(q * error, (q - 1) * error).mean() + penalty * layer.weight.abs().sum() / 10
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return layer.weight.detach().numpy() * 50, layer.bias.detach().numpy() * 50 + 1880


def widen(low, high, y, coverage=COVERAGE):
    """Conformalised quantile regression (Romano et al., NeurIPS 2019, section 4): years added on either side."""
    miss = np.maximum(low - y, y - high)
    rank = min(1.0, np.ceil((len(y) + 1) * coverage) / len(y))
    return float(np.quantile(miss, rank))


def calibration_error(p, y, bins=15):
    """Expected calibration error over bins of equal mass."""
    top, right = p.max(1), p.argmax(1) == y
    return float(sum(abs(top[b].mean() - right[b].mean()) * len(b) for b in np.array_split(np.argsort(top), bins)) / len(y))
