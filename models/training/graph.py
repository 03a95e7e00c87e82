"""Builds the encoder as one ONNX graph: uint8 NHWC picture in, style and subject vectors out."""
import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

from mobilenet import INPUT_SIZE, blocks, padding

OPSET = 13
IR_VERSION = 8
EPSILON = 1e-6
STATISTICS = ("mean", "spread")
ORDER = [block.name for block in blocks()]


class Graph:
    """Collects nodes and constants; every method returns the name of the tensor it made."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def constant(self, values, name=None):
        name = name or f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, operator, *inputs, **attributes):
        self.count += 1
        name = f"t{self.count}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], **attributes))
        return name

    def scalar(self, value):
        return self.constant(np.float32(value))


def build_statistics(weights, taps):
    """The raw graph: per tap two outputs, `<tap>:mean` and `<tap>:spread`, [batch, channels]."""
    graph = Graph()
    names = [f"{tap}:{kind}" for tap in taps for kind in STATISTICS]
    for name, tensor in statistics(graph, weights, names).items():
        graph.nodes.append(helper.make_node("Identity", [tensor], [name]))
    return model(graph, dict.fromkeys(names, "channels"))


def build_encoder(weights, parts):
    """
    The encoder: per part ("style", "subject") one output of unit vectors.

    parts: {output: Part}
    """
    graph = Graph()
    tensors = statistics(graph, weights, [name for part in parts.values() for name in part.inputs])
    for output, part in parts.items():
        project(graph, graph.node("Concat", *(tensors[name] for name in part.inputs), axis=1), part, output)
    return model(graph, {name: part.matrix.shape[1] for name, part in parts.items()})


def statistics(graph, weights, names):
    """Mean or standard deviation over space, [batch, channels], of every "<tap>:<kind>" asked for."""
    taps = {name.split(":")[0] for name in names}
    maps = feature_maps(graph, weights, last=max(taps, key=ORDER.index))
    result = {}
    for tap in sorted(taps, key=ORDER.index):
        mean = graph.node("ReduceMean", maps[tap], axes=[2, 3], keepdims=1)
        if f"{tap}:mean" in names:
            result[f"{tap}:mean"] = graph.node("Flatten", mean, axis=1)
        if f"{tap}:spread" in names:
            result[f"{tap}:spread"] = spread(graph, maps[tap], mean)
    return result


def spread(graph, x, mean):
    deviation = graph.node("Sub", x, mean)
    variance = graph.node("ReduceMean", graph.node("Mul", deviation, deviation), axes=[2, 3], keepdims=0)
    return graph.node("Sqrt", variance)


def feature_maps(graph, weights, last):
    x = normalised_input(graph)
    maps = {}
    for block in blocks():
        entry = x
        for convolution in block.convolutions:
            x = folded_convolution(graph, weights, x, convolution)
        if block.residual:
            x = graph.node("Add", entry, x)
        maps[block.name] = x
        if block.name == last:
            break
    return maps


def normalised_input(graph):
    x = graph.node("Cast", "image", to=TensorProto.FLOAT)
    x = graph.node("Transpose", x, perm=[0, 3, 1, 2])
    x = graph.node("Div", x, graph.scalar(127.5))
    return graph.node("Sub", x, graph.scalar(1))


def folded_convolution(graph, weights, x, convolution):
    kernel, scale, minimum = weights.kernel(convolution.layer, convolution.depthwise)
    factor, offset = weights.batch_norm(convolution.batch_norm)
    # Stored as the original bytes; onnxruntime folds these constant steps once, when it loads the graph.
    w = graph.node("Cast", graph.constant(kernel), to=TensorProto.FLOAT)
    w = graph.node("Add", graph.node("Mul", w, graph.scalar(scale)), graph.scalar(minimum))
    w = graph.node("Mul", w, graph.constant(factor.reshape(-1, 1, 1, 1)))
    before, after = padding(convolution, kernel.shape[2])
    y = graph.node(
        "Conv", x, w, graph.constant(offset),
        kernel_shape=list(kernel.shape[2:]),
        strides=[convolution.stride] * 2,
        pads=[before, before, after, after],
        group=kernel.shape[0] if convolution.depthwise else 1,
    )  # fmt: skip
    return graph.node("Clip", y, graph.scalar(0), graph.scalar(6)) if convolution.relu6 else y


def project(graph, x, part, output):
    """Standardises, clips, projects and scales to unit length; `Part` says the same in numpy."""
    x = graph.node("Sub", x, graph.constant(part.centre, f"{output}_centre"))
    x = graph.node("Mul", x, graph.constant(part.scale, f"{output}_scale"))
    x = graph.node("Clip", x, graph.scalar(-part.limit), graph.scalar(part.limit))
    x = graph.node("Sub", x, graph.constant(part.origin, f"{output}_origin"))
    x = graph.node("MatMul", x, graph.constant(part.matrix, f"{output}_matrix"))
    length = graph.node("ReduceL2", x, axes=[1], keepdims=1)
    length = graph.node("Max", length, graph.scalar(EPSILON))
    graph.nodes.append(helper.make_node("Div", [x, length], [output]))


def model(graph, dims):
    picture = helper.make_tensor_value_info("image", TensorProto.UINT8, ["batch", INPUT_SIZE, INPUT_SIZE, 3])
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", dim]) for name, dim in dims.items()
    ]
    body = helper.make_graph(graph.nodes, "mobilenetv2-early", [picture], outputs, graph.constants)
    result = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="oeuvre")
    result.ir_version = IR_VERSION
    checker.check_model(result, full_check=True)
    return result
