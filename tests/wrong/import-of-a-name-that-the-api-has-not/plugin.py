from govcheck.plugin import Gaps

__all__ = ["Gaps"]
