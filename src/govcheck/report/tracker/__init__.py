"""The tracker of recommendations, as police authorities lay it out."""
