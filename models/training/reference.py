"""The original network once more, written independently of graph.py: torch, batch normalisation unfused, float64."""
import numpy as np
import torch
import torch.nn.functional as F

from mobilenet import blocks, padding
from weights import BATCH_NORM_EPSILON


def tensor(values):
    return torch.from_numpy(np.asarray(values, np.float64))


def statistics(weights, pictures, taps):
    """pictures uint8 [n, 224, 224, 3] -> {"<tap>:mean" | "<tap>:spread": [n, channels]}."""
    x = tensor(pictures).permute(0, 3, 1, 2) / 127.5 - 1
    result = {}
    for block in blocks():
        entry = x
        for convolution in block.convolutions:
            x = convolve(weights, x, convolution)
        x = entry + x if block.residual else x
        if block.name in taps:
            result[f"{block.name}:mean"] = x.mean((2, 3)).numpy()
            result[f"{block.name}:spread"] = x.std((2, 3), unbiased=False).numpy()
        if block.name == taps[-1]:
            return result
    raise ValueError(f"no block {taps[-1]}")


def convolve(weights, x, convolution):
    name = f"{convolution.layer}/{'depthwise_kernel' if convolution.depthwise else 'kernel'}"
    kernel = tensor(weights.value(name)).permute(*((2, 3, 0, 1) if convolution.depthwise else (3, 2, 0, 1)))
    before, after = padding(convolution, kernel.shape[2])
    groups = kernel.shape[0] if convolution.depthwise else 1
    x = F.conv2d(F.pad(x, (before, after, before, after)), kernel, None, convolution.stride, groups=groups)
    gamma, beta, mean, variance = (
        tensor(weights.value(f"{convolution.batch_norm}/{part}"))
        for part in ("gamma", "beta", "moving_mean", "moving_variance")
    )
    x = F.batch_norm(x, mean, variance, gamma, beta, False, 0.0, BATCH_NORM_EPSILON)
    return x.clamp(0, 6) if convolution.relu6 else x
