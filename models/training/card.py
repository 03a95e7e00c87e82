"""Writes CARD.md: what the model is, how it was checked, what it measured, and what it can't do."""

TEMPLATE = """# {name} ({version})

The first style encoder: two unit vectors per picture from one run of one ONNX graph ({bytes:,} bytes).

| output | what it is | values |
|---|---|---|
| `style` | mean and standard deviation over space of the feature maps after {style_taps}; standardised, projected | {style_dim} |
| `subject` | mean over space of the feature maps after {subject_taps}; standardised, projected | {subject_dim} |

Input: `image`, uint8 RGB `[batch, 224, 224, 3]`. The whole picture is stretched to the square: on the pictures below that kept more
of an artist's hand than cropping the centre. Normalisation, (x / 127.5) - 1, is inside the graph.

## Source and licence

- Weights: the MobileNetV2 (alpha 1.0) in `nsfwjs@4.4.0`, MIT licence, (c) Infinite Red, Inc., fetched from npm and pinned by its integrity.
  Its configuration marks the layers up to block 10 as never trained by that project, so they are very likely the ImageNet
  weights that Keras publishes; blocks 11 to 15 were trained further there, for another purpose. Its classifier is not part of this file.
- Stored losslessly: the graph holds the published 8-bit weights and restores the 32-bit values while it is loaded.
- Projections: means, deviations and principal components, half whitened, of the statistics of {sample:,} paintings, drawings and photographs (every
  third one of a training split). No label took part. The paintings are by artists who died in 1955 or earlier; the collections
  they came through say 'non-commercial research', the drawings and photographs state no licence. No picture is part of this
  project; what remains of them here are these statistics.

## Checked against the original

Largest difference over all means and deviations of all maps used, in parts of the largest value of the same map, on five fixed
pictures (noise, gradient, stripes, waves, flat). More than 1e-4 stops the build.

| against | largest difference |
|---|---|
| the same network in torch, float64, batch normalisation not folded | {torch:.1e} |
| TF.js 4.22.0 on the published topology and weights | {tfjs:.1e} |
| finished graph against the projection in numpy | {projected:.1e} |

## Measured

Validation split: no artist of it took part in the projection. Neighbour accuracy: the 15 nearest of the training sample vote.

| vector | figure | value | always the commonest label | asked |
|---|---|---|---|---|
{rows}

Time: {ms:.1f} ms a picture in batches of five on two threads of a shared two-core machine. Measured once in the same run:
stopping after block 9 (no `subject`) takes 0.76 of the encoder's time, running on to the last layer 1.15. The last embedding as `subject`
was tried: it costs more and knows less (its genre neighbour accuracy was about 0.05 lower).

## Limits

- It has no heads: it names no movement, medium or genre. The user's own labels are learnt on top of `style`.
- `style` and `subject` come from one network and are not independent: works by one artist are near in both.
- A neighbour in `style` agrees in movement only about as often as the table says. It shows kinship in surface, line, contrast and colour,
  not art history.
- Below 224 pixels detail is invented by scaling; brushwork finer than that of a 224-pixel picture is not seen.
- Western painting of 1600 to 1940 dominates the projection.
"""


def write(file, manifest, agreement, projected, ms, sample, figures, taps):
    dims = {output["name"]: output["dim"] for output in manifest["outputs"]}
    file.write_text(
        TEMPLATE.format(
            **{key: manifest[key] for key in ("name", "version", "bytes")},
            style_taps=listed(taps["style"]),
            subject_taps=listed(taps["subject"]),
            style_dim=dims["style"],
            subject_dim=dims["subject"],
            torch=agreement["torch"],
            tfjs=agreement["TF.js"],
            projected=projected,
            ms=ms,
            sample=sample,
            rows="\n".join(table_rows(figures)),
        )
    )


def listed(names):
    *first, last = (name.replace("_", " ") for name in names)
    return f"{', '.join(first)} and {last}"


def table_rows(figures):
    for vector, found in figures.items():
        for figure, (value, baseline, asked) in found.items():
            title = figure if "@" in figure else f"{figure}, neighbour accuracy"
            yield f"| {vector} | {title} | {value:.3f} | {'' if baseline is None else f'{baseline:.3f}'} | {asked} |"
