import shed_tools

__all__ = ["shed_tools"]
