"""MobileNetV2 (Sandler et al., CVPR 2018, table 2) as a list of layers that graph.py and reference.py both read."""
from dataclasses import dataclass

INPUT_SIZE = 224


@dataclass(frozen=True)
class Convolution:
    layer: str
    batch_norm: str
    stride: int
    depthwise: bool
    relu6: bool


@dataclass(frozen=True)
class Block:
    name: str
    convolutions: tuple
    residual: bool


# (output channels, blocks, stride of the first); block 0 is Keras' "expanded_conv".
STAGES = ((16, 1, 1), (24, 2, 2), (32, 3, 2), (64, 4, 2), (96, 3, 1), (160, 3, 2), (320, 1, 1))


def blocks():
    """The stem, the 17 inverted residual blocks and the last convolution, in order."""
    result = [Block("stem", (Convolution("Conv1", "bn_Conv1", 2, False, True),), False)]
    number = 0
    for _, repeats, stride in STAGES:
        for repeat in range(repeats):
            result.append(_inverted_residual(number, stride if repeat == 0 else 1, residual=repeat > 0))
            number += 1
    result.append(Block("top", (Convolution("Conv_1", "Conv_1_bn", 1, False, True),), False))
    return result


def _inverted_residual(number, stride, residual):
    prefix = "expanded_conv" if number == 0 else f"block_{number}"

    def convolution(part, step, depthwise, relu6):
        layer = f"{prefix}_{part}"
        return Convolution(layer, f"{layer}_BN", step, depthwise, relu6)

    expand = () if number == 0 else (convolution("expand", 1, False, True),)
    rest = (convolution("depthwise", stride, True, True), convolution("project", 1, False, False))
    return Block(f"block_{number}", expand + rest, residual)


def padding(convolution, size):
    """(before, after) in each direction, as Keras pads: 3 x 3 kernels only, (0, 1) where the stride is 2."""
    if size == 1:
        return 0, 0
    return (0, 1) if convolution.stride == 2 else (1, 1)
