"""A data set with everything that a contract can hold, and how it is measured in a folder."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from govcheck.evidence.datasets import Found, measure
from govcheck.evidence.sources import Sources
from govcheck.model.column import Code, Day, Key, Number
from govcheck.model.data_source import DataSource
from govcheck.model.disclosure import FEWEST_SHOWN
from govcheck.model.measure import Measure
from govcheck.plugin.dataset import Dataset

AS_OF = date(2024, 3, 31)


class Sheds(Dataset, key="sheds"):
    plot = Key("Which plot.")
    kind = Code("What kind of shed.", {"old": ("Old one",), "new": ()})
    let_on = Day("When it was let.")
    left_on = Day("When it was left.", optional=True)
    rent = Number("What it costs.", unit="pounds", least=0, most=500)
    doors = Number("How many doors.", least=1, optional=True)

    days_in_order = ((let_on, left_on),)
    unique = (plot,)


def measured(
    folder: Path,
    path: str = "sheds.csv",
    measures: Sequence[Measure[Any]] = (),
    kind: type[Dataset] = Sheds,
    limit: int = FEWEST_SHOWN,
    **how: object,
) -> Found:
    source = DataSource.model_validate({"path": path, **how})
    return measure(kind, source, measures, AS_OF, Sources(folder, limit=limit))
