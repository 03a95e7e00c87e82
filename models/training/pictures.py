"""The labelled pictures, decoded once into one file of bytes: uint8 [n, SIZE, SIZE, 3], stretched to the square."""
import csv
import io
import tarfile
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import numpy as np
from PIL import Image

SIZE = 256
MOVEMENTS = (
    "art-nouveau", "baroque", "cubism", "expressionism", "impressionism",
    "japonism", "post-impressionism", "rococo", "romanticism", "symbolism",
)  # fmt: skip
LARGE = tuple(m for m in MOVEMENTS if m not in ("cubism", "japonism", "rococo"))
GENRES = (
    "landscape", "portrait", "genre_painting", "religious_painting", "cityscape",
    "illustration", "sketch_and_study", "still_life", "nude_painting",
)  # fmt: skip
MEDIA = ("cartoon", "line-drawing", "photograph", "painting")


def rows(art):
    with open(Path(art) / "index.csv", newline="") as file:
        return list(csv.DictReader(file))


def pixels(art, cache):
    """A memory map of all pictures in the order of index.csv; made when it does not stand there yet."""
    table, file = rows(art), Path(cache) / f"pictures-{SIZE}.u8"
    shape = (len(table), SIZE, SIZE, 3)
    if not file.exists():
        part = file.with_suffix(".part")
        np.memmap(part, np.uint8, "w+", shape=shape).flush()
        place = {row["file"]: i for i, row in enumerate(table)}
        tars = sorted({row["file"].split("/")[0] for row in table})
        with ProcessPoolExecutor() as pool:
            list(pool.map(decode_tar, [Path(art) / f"{tar}.tar" for tar in tars], repeat(place), repeat(part), repeat(shape)))
        part.rename(file)
    return table, np.memmap(file, np.uint8, "r", shape=shape)


def decode_tar(file, place, part, shape):
    result = np.memmap(part, np.uint8, "r+", shape=shape)
    with tarfile.open(file) as archive:
        for member in archive:
            if member.name.removeprefix("./") in place:
                picture = Image.open(io.BytesIO(archive.extractfile(member).read())).convert("RGB")
                result[place[member.name.removeprefix("./")]] = picture.resize((SIZE, SIZE), Image.BICUBIC)
    result.flush()


def column(table, name):
    return np.array([row[name] for row in table])


def indices(values, names):
    """The place of every value among the names, -1 where it is none of them."""
    place = {name: i for i, name in enumerate(names)}
    return np.array([place.get(value, -1) for value in values])


def targets_of(table):
    artist = column(table, "artist")
    names = sorted(set(artist) - {""})
    medium = np.array([row["medium"] or "painting" for row in table])
    return {
        "movement": indices(column(table, "movement"), MOVEMENTS),
        "genre": indices(column(table, "genre"), GENRES),
        "medium": indices(medium, MEDIA),
        "artist": indices(artist, names),
        "year": years(table),
    }


def years(table):
    """As numbers; NaN where unknown or outside 1400 to 1960."""
    values = np.array([float(row["year"]) if row["year"].isdigit() else np.nan for row in table])
    return np.where((values >= 1400) & (values <= 1960), values, np.nan)
