"""An invented data set, and tallies of each kind over it."""

from datetime import date

from govcheck.evidence.tables.table import Layout
from govcheck.model.column import Code, Day, Key, Number
from govcheck.model.condition import AS_OF, ByColumn, ByMonth, ByState, ByTruth
from govcheck.model.measure import Tally
from govcheck.plugin.dataset import Dataset


class Leavers(Dataset, key="leavers"):
    person = Key("who")
    reason = Code("why", {"resignation": ["VR"], "retirement": []})
    left_on = Day("when")
    asked_on = Day("when asked")
    years = Number("of service")


LAYOUT = Layout({column: column.name for column in Leavers.columns()}, date(2024, 3, 31))
TALLIES = (
    Tally(()),
    Tally((ByColumn(Leavers.reason),)),
    Tally((ByColumn(Leavers.years), ByState(Leavers.reason))),
    Tally((ByColumn(Leavers.left_on),), extent=Leavers.asked_on),
    Tally((ByMonth(Leavers.left_on), ByState(Leavers.years))),
    Tally((ByState(Leavers.left_on), ByState(Leavers.asked_on), ByState(Leavers.person))),
    Tally(tuple(ByTruth(condition) for condition in (
        Leavers.asked_on.after(Leavers.left_on),
        Leavers.left_on.before(AS_OF),
        Leavers.years.below(2),
    ))),
    Tally((), distinct=Leavers.person),
    Tally((), distinct=Leavers.left_on),
    Tally((ByState(Leavers.person),), distinct=Leavers.years),
)  # fmt: skip
