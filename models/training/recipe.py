"""What can be varied when the network is trained further, and what was tried."""
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
    colour: float = 0.15
    mixup: float = 0.3  # of every other batch; 0 mixes none
    dropout: float = 0.2  # of the statistics, before the heads
    contrast: float = 0.5  # over artists, of the batches that are not mixed
    hands: float = 0.3  # telling all artists of the training apart by a head that is thrown away
    years: float = 0.3  # telling the decade by a head that is thrown away
    soft: float = 0.0  # share of the label that is what models without this artist answered
    average: float = 0.995  # running average of the weights, per step
    seed: int = 11


BASE = Recipe("base")
TRIALS = (
    BASE,
    replace(BASE, name="no hands, no years", hands=0, years=0),
    replace(BASE, name="no contrast", contrast=0),
    replace(BASE, name="no mixup", mixup=0),
    replace(BASE, name="colour as it is", colour=0),
    replace(BASE, name="40 epochs", epochs=40),
    replace(BASE, name="rate 1e-3", rate=1e-3),
    replace(BASE, name="rate 1e-4", rate=1e-4),
    replace(BASE, name="all blocks", frozen=-1),
    replace(BASE, name="frozen to 9", frozen=9),
    replace(BASE, name="288 pixels", size=288),
    replace(BASE, name="dropout 0.5, decay 0.2", dropout=0.5, decay=0.2),
)
