"""What can be varied when the network is trained further, and what was tried, in the order of the card's table."""
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Recipe:
    name: str
    epochs: int = 15
    batch: int = 256
    rate: float = 3e-4
    decay: float = 0.05  # AdamW's weight decay
    frozen: int = 4  # blocks up to this one stay as published; -1 trains all
    size: int = 224  # pixels
    least: float = 0.4  # least share of the area that a crop keeps
    colour: float = 0.15  # how far light, contrast and colours vary
    mixup: float = 0.3  # of every other batch; 0 mixes none
    dropout: float = 0.2  # of the statistics, before the heads
    contrast: float = 0.5  # over artists, of the batches that are not mixed
    hands: float = 0.3  # telling all artists of the training apart by a head that is thrown away
    years: float = 0.3  # telling the decade by a head that is thrown away
    average: float = 0.995  # running average of the weights, per step
    seed: int = 11


BASE = Recipe("blocks to 4 frozen")
ALL = replace(BASE, name="all blocks", frozen=-1)
STRONG = replace(ALL, name="strong views", mixup=1.0, least=0.25, dropout=0.5, colour=0.3, epochs=30, decay=0.2)
SMALL = replace(STRONG, name="strong views of 192 pixels", size=192, epochs=40, colour=0.4, least=0.2, decay=0.3)
STRONGER = replace(SMALL, name="stronger views of 192 pixels", colour=0.5, least=0.15, dropout=0.6, decay=0.5, seed=12)

TRIALS = (
    BASE,
    replace(BASE, name="no hands and no years", hands=0, years=0),
    replace(BASE, name="rate 1e-3", rate=1e-3),
    replace(BASE, name="no contrast", contrast=0),
    replace(BASE, name="40 epochs", epochs=40),
    ALL,
    replace(ALL, name="192 pixels", size=192),
    replace(ALL, name="more mixup and smaller crops", mixup=1.0, least=0.25),
    replace(ALL, name="more dropout and decay", dropout=0.5, decay=0.2),
    STRONG,
    SMALL,
    STRONGER,
)

# The network that ships is the average of the weights that these two arrive at.
SHIPPED = (SMALL, STRONGER)
