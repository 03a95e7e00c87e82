"""MobileNetV2 as a torch module, batch normalisation folded in: [batch, 3, height, width] in -1..1 to maps by tap name."""
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from mobilenet import blocks
from weights import Weights


class SameConv(nn.Module):
    """A convolution with TensorFlow's padding: what is odd goes behind."""

    def __init__(self, kernel, bias, stride, depthwise, activation):
        super().__init__()
        self.weight = nn.Parameter(torch.from_numpy(np.ascontiguousarray(kernel, np.float32)))
        self.bias = nn.Parameter(torch.from_numpy(np.asarray(bias, np.float32)))
        self.stride, self.activation = stride, activation
        self.groups = kernel.shape[0] if depthwise else 1

    def forward(self, x):
        height, width = self.weight.shape[2:]
        if (height, width) == (1, 1):
            y = F.conv2d(x, self.weight, self.bias, self.stride, 0, 1, self.groups)
        elif self.stride == 1:
            y = F.conv2d(x, self.weight, self.bias, 1, (height // 2, width // 2), 1, self.groups)
        else:
            y = F.conv2d(pad_same(x, height, self.stride), self.weight, self.bias, self.stride, 0, 1, self.groups)
        return self.activation(y) if self.activation else y


def pad_same(x, kernel, stride):
    def around(size):
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        return total // 2, total - total // 2

    return F.pad(x, (*around(x.shape[3]), *around(x.shape[2])))


class MobileNet(nn.Module):
    """MobileNetV2 of any width; `convolution(layer, depthwise)` gives (kernel, bias) with normalisation folded in."""

    def __init__(self, convolution):
        super().__init__()
        self.names, self.residual = [], {}
        self.blocks = nn.ModuleDict()
        for block in blocks():
            layers = [
                SameConv(*convolution(c), c.stride, depthwise=c.depthwise, activation=F.relu6 if c.relu6 else None)
                for c in block.convolutions
            ]
            self.names.append(block.name)
            self.blocks[block.name] = nn.Sequential(*layers)
            self.residual[block.name] = block.residual

    def forward(self, x, taps):
        maps = {}
        for name in self.names:
            y = self.blocks[name](x)
            x = x + y if self.residual[name] else y
            if name in taps:
                maps[name] = x
            if len(maps) == len(taps):
                break
        return maps


def mobilenet_v2_140(cache):
    """Width 1.4, published with the normalisation folded in already."""
    weights = Weights(Path(cache) / "mobilenet_v2_mid")
    prefix = next(name for name in weights.entries if "MobilenetV2/" in name).split("MobilenetV2/")[0] + "MobilenetV2/"

    def convolution(c):
        layer = keras_to_hub(c.layer)
        part = f"{prefix}{layer}/{'depthwise' if c.depthwise else 'Conv2D'}"
        kernel = weights.value(f"{part}_weights").transpose((2, 3, 0, 1) if c.depthwise else (3, 2, 0, 1))
        return kernel, weights.value(f"{part}_bn_offset")

    return MobileNet(convolution)


def keras_to_hub(layer):
    """Keras' block_3_expand is expanded_conv_3/expand on TensorFlow Hub; stem and last layer differ too."""
    if layer in ("Conv1", "Conv_1"):
        return {"Conv1": "Conv", "Conv_1": "Conv_1"}[layer]
    block, part = layer.rsplit("_", 1)
    return f"{block.replace('block', 'expanded_conv')}/{part}"


def tuned_file(cache, recipe, everything):
    return Path(cache) / f"tuned-{recipe.replace(' ', '-')}{'-all' if everything else ''}.pt"


def keep(cache, recipe, everything, model):
    """In half precision: what is lost is far below what any figure shows."""
    halves = {k: v.cpu().half() for k, v in model.state_dict().items()}
    torch.save(halves, tuned_file(cache, recipe, everything))


def averaged(cache, recipes, everything):
    """The average of the weights that several recipes arrived at (Wortsman et al., ICML 2022, model soups)."""
    states = [torch.load(tuned_file(cache, recipe, everything), map_location="cpu") for recipe in recipes]
    return {name: sum(state[name].float() for state in states) / len(states) for name in states[0]}
