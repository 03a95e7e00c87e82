"""Which pictures make a batch."""
import numpy as np

import pictures

BATCH = 64
MEDIUM_SHARE = 0.35  # the medium gate's pictures are many and easy


def batches(table, generator, keep, size=BATCH, works=4):
    """Artists in groups of `works`, so that contrast finds pairs; movements drawn by the root of their size."""
    artist = pictures.column(table, "artist")
    label = np.array([row["movement"] or row["medium"] for row in table])
    by_artist = {}
    for i in np.flatnonzero(keep):
        by_artist.setdefault((label[i], artist[i] or f"#{i // 4}"), []).append(i)
    names, counts = np.unique(label[keep], return_counts=True)
    weight = dict(zip(names, np.sqrt(counts)))
    keys = list(by_artist)
    groups_of = {name: sum(len(by_artist[k]) for k in keys if k[0] == name) for name in names}
    share = np.array([len(by_artist[k]) / groups_of[k[0]] * weight[k[0]] * (MEDIUM_SHARE if k[0] in pictures.MEDIA else 1) for k in keys])
    share = share / share.sum()
    while True:
        chosen = generator.choice(len(keys), size // works, replace=False, p=share)
        yield np.concatenate([generator.choice(by_artist[keys[c]], works, replace=len(by_artist[keys[c]]) < works) for c in chosen])
