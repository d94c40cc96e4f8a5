"""One file per format: a pure function from results to text. Nothing is worked out again."""
