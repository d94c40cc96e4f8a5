from shed_tools import Spade

__all__ = ["Spade"]
