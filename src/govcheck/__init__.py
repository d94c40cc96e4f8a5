"""govcheck: check a self-assessment, and the evidence it points to, against recommendations."""

__version__ = "1.0.0"
