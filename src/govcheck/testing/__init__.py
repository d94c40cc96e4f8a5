"""What the tests of a plugin import: call a check, or judge a whole file, through the engine."""

from govcheck.testing.dataset_rows import rows_of
from govcheck.testing.evaluation import Outcome, evaluate, judge_text, load_packs

__all__ = ["Outcome", "evaluate", "judge_text", "load_packs", "rows_of"]
