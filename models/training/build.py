"""
Builds models/mobilenetv2-early from the published weights, checks it and measures it.

    /usr/bin/python3 models/training/build.py --art <folder of labelled pictures> [--cache <folder>]

Without --art the projections are taken from the model that stands there, and nothing is measured anew.
"""
import argparse
import hashlib
import json
import subprocess
from pathlib import Path

import numpy as np
import onnx

import card
import graph
import measure
import projection
import reference
from weights import Weights

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "mobilenetv2-early"
STYLE_TAPS = ("stem", "block_2", "block_5", "block_7", "block_9")
SUBJECT_TAPS = ("block_12", "block_15")
TAPS = STYLE_TAPS + SUBJECT_TAPS
STYLE_INPUTS = tuple(f"{tap}:{kind}" for tap in STYLE_TAPS for kind in graph.STATISTICS)
SUBJECT_INPUTS = tuple(f"{tap}:mean" for tap in SUBJECT_TAPS)
STYLE_DIM, SUBJECT_DIM = 256, 128
SAMPLE_EVERY = 3  # every third training picture is plenty for means and directions
TOLERANCE = 1e-4


def node(script, *arguments):
    subprocess.run(["node", HERE / script, *map(str, arguments)], check=True)


def test_pictures():
    """Noise, a gradient, stripes and flat colour: fixed, and hard on different parts of the network."""
    random = np.random.default_rng(7)
    y, x = np.mgrid[0:224, 0:224]
    gradient = np.stack([x, y, 224 - x], -1)
    stripes = np.stack([(x // 5 + y // 9) % 2 * 255] * 3, -1) * np.array([1, 0.6, 0.2])
    smooth = 127 + 90 * np.sin(x / 17)[..., None] * np.cos(y / np.array([11, 23, 37])[:, None, None]).transpose(1, 2, 0)
    pictures = [random.integers(0, 256, (224, 224, 3)), gradient, stripes, smooth, np.full((224, 224, 3), 200)]
    return np.clip(np.stack(pictures), 0, 255).astype(np.uint8)


def run_model(file, pictures, cache):
    pictures.tofile(cache / "pictures.bin")
    node("run-onnx.mjs", file, cache / "pictures.bin", cache / "out.json")
    out = json.loads((cache / "out.json").read_text())
    return {name: np.array(rows) for name, rows in out["values"].items()}, out["msPerPicture"]


def check_statistics(weights, raw_model, cache):
    """Largest difference of our raw graph to torch and to TF.js, in parts of the map's largest value; stops above TOLERANCE."""
    pictures = test_pictures()
    ours, _ = run_model(raw_model, pictures, cache)
    torch_values = reference.statistics(weights, pictures, TAPS)
    node("reference-tfjs.mjs", cache, cache / "pictures.bin", ",".join(TAPS), cache / "tfjs.json")
    tfjs_values = json.loads((cache / "tfjs.json").read_text())
    result = {}
    for name, values in (("torch", torch_values), ("TF.js", tfjs_values)):
        result[name] = max(relative_difference(ours[tap], np.array(values[tap])) for tap in ours)
    print("largest difference per reference:", result)
    if max(result.values()) > TOLERANCE:
        raise SystemExit(f"Expected differences below {TOLERANCE}")
    return result


def relative_difference(ours, theirs):
    return float(np.abs(ours - theirs).max() / np.abs(theirs).max())


def art_values(model_file, art, cache, split, every):
    out = cache / f"values-{split}"
    node("embed-art.mjs", model_file, art, cache, split, every, out)
    described = json.loads(out.with_suffix(".json").read_text())
    values = np.fromfile(out.with_suffix(".bin"), np.float32).reshape(len(described["rows"]), -1)
    ends = np.cumsum([output["dim"] for output in described["outputs"]])
    parts = np.split(values, ends[:-1], axis=1)
    return dict(zip((output["name"] for output in described["outputs"]), parts)), described["rows"]


def fit_parts(values):
    return {
        "style": fit_part(values, STYLE_INPUTS, STYLE_DIM),
        "subject": fit_part(values, SUBJECT_INPUTS, SUBJECT_DIM),
    }


def fit_part(values, inputs, dim):
    return projection.fit(inputs, np.concatenate([values[name] for name in inputs], 1), dim)


def parts_of(model):
    """The projections that a finished model holds, so that it can be built again without any pictures."""
    constants = {c.name: onnx.numpy_helper.to_array(c) for c in model.graph.initializer}
    inputs = {"style": STYLE_INPUTS, "subject": SUBJECT_INPUTS}
    fields = ("centre", "scale", "origin", "matrix")
    return {
        part: projection.Part(names, *(constants[f"{part}_{field}"] for field in fields))
        for part, names in inputs.items()
    }


def measurements(art, cache, model_file, pictures_train):
    val, rows = art_values(model_file, art, cache, "val", 1)
    train, train_rows = pictures_train
    column = lambda table, name: np.array([row[name] for row in table])  # noqa: E731
    result = {}
    for part in ("style", "subject"):
        found, known = val[part], train[part]
        painting = column(rows, "movement") != ""
        precision, asked = measure.artist_precision_at_1(found[painting], column(rows, "artist")[painting])
        result[part] = {"artist precision@1": (precision, None, asked)}
        for label in ("movement", "genre", "medium"):
            result[part][label] = measure.neighbour_accuracy(
                found, column(rows, label), known, column(train_rows, label)
            )
    return result


def write_manifest(file):
    bytes_ = file.read_bytes()
    manifest = {
        "manifestVersion": 1,
        "id": "mobilenetv2-early",
        "name": "MobileNetV2, early and middle layers",
        "version": "1.0.0",
        "priority": 0,
        "file": file.name,
        "sha256": hashlib.sha256(bytes_).hexdigest(),
        "bytes": len(bytes_),
        "licence": "MIT",
        "source": "nsfwjs 4.4.0 (MIT), MobileNetV2; converted by models/training",
        "input": {"name": "image", "layout": "nhwc", "dtype": "uint8", "width": 224, "height": 224, "fit": "fill"},
        "outputs": [
            {"name": "style", "kind": "style", "dim": STYLE_DIM},
            {"name": "subject", "kind": "subject", "dim": SUBJECT_DIM},
        ],
        "heads": [],
    }
    (TARGET / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return manifest


def check_encoder(parts, raw_model, encoder, cache):
    """The finished graph against the numpy projection of the raw statistics; and its time per picture."""
    pictures = test_pictures()
    raw, _ = run_model(raw_model, pictures, cache)
    final, ms = run_model(encoder, pictures, cache)
    largest = 0.0
    for name, part in parts.items():
        expected = part.apply(np.concatenate([raw[tap] for tap in part.inputs], 1))
        largest = max(largest, float(np.abs(expected - final[name]).max()))
    if largest > TOLERANCE:
        raise SystemExit(f"Expected the encoder within {TOLERANCE} but received {largest}")
    return largest, ms


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--art", type=Path)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "oeuvre-training")
    options = parser.parse_args()
    cache = options.cache
    node("fetch-weights.mjs", cache)
    weights = Weights(cache / "mobilenet_v2")
    raw_model = cache / "raw.onnx"
    onnx.save(graph.build_statistics(weights, TAPS), str(raw_model))
    agreement = check_statistics(weights, raw_model, cache)

    TARGET.mkdir(exist_ok=True)
    encoder = TARGET / "model.onnx"
    sample = art_values(raw_model, options.art, cache, "train", SAMPLE_EVERY) if options.art else None
    parts = fit_parts(sample[0]) if sample else parts_of(onnx.load(str(encoder)))
    onnx.save(graph.build_encoder(weights, parts), str(encoder))
    projected, ms = check_encoder(parts, raw_model, encoder, cache)
    manifest = write_manifest(encoder)
    print(f"{manifest['bytes']} bytes, {ms:.1f} ms a picture, projection within {projected:.1e}")
    if sample:
        train = {
            name: part.apply(np.concatenate([sample[0][tap] for tap in part.inputs], 1))
            for name, part in parts.items()
        }
        figures = measurements(options.art, cache, encoder, (train, sample[1]))
        card.write(TARGET / "CARD.md", manifest, agreement, projected, ms, len(sample[1]), figures, {"style": STYLE_TAPS, "subject": SUBJECT_TAPS})
        subprocess.run(["npx", "prettier", "--write", TARGET / "CARD.md"], check=True, cwd=HERE)


if __name__ == "__main__":
    main()
