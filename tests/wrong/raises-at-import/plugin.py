"""A plugin."""

raise RuntimeError("the shed\nis locked")
