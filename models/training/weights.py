"""The MobileNetV2 weights that fetch-weights.mjs unpacked, in the layouts ONNX and torch use."""
import json
from pathlib import Path

import numpy as np

BATCH_NORM_EPSILON = 1e-3  # of every BatchNormalization in topology.json


class Weights:
    def __init__(self, cache):
        cache = Path(cache)
        self.entries = {entry["name"]: entry for entry in json.loads((cache / "weights.json").read_text())}
        self.data = np.fromfile(cache / "weights.bin", dtype=np.uint8)

    def stored(self, name):
        """Bytes as stored, with scale and minimum: value = byte * scale + minimum."""
        entry = self.entries[name]
        values = self.data[entry["offset"] : entry["offset"] + entry["length"]]
        return values.reshape(entry["shape"]), entry["scale"], entry["min"]

    def value(self, name):
        """Dequantised as TF.js does, in float32."""
        values, scale, minimum = self.stored(name)
        return values.astype(np.float32) * np.float32(scale) + np.float32(minimum)

    def kernel(self, layer, depthwise):
        """Stored bytes of a convolution as [out, in / groups, height, width], with scale and minimum."""
        name = f"{layer}/depthwise_kernel" if depthwise else f"{layer}/kernel"
        values, scale, minimum = self.stored(name)
        # TF keeps [h, w, in, out] and, depthwise, [h, w, in, 1].
        order = (2, 3, 0, 1) if depthwise else (3, 2, 0, 1)
        return np.ascontiguousarray(values.transpose(order)), scale, minimum

    def batch_norm(self, layer):
        """Batch normalisation at inference as (factor, offset) per channel: y = x * factor + offset."""
        gamma, beta, mean, variance = (
            self.value(f"{layer}/{part}").astype(np.float64)
            for part in ("gamma", "beta", "moving_mean", "moving_variance")
        )
        factor = gamma / np.sqrt(variance + BATCH_NORM_EPSILON)
        return factor.astype(np.float32), (beta - mean * factor).astype(np.float32)
