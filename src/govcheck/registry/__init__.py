"""The packs of one run: found, loaded, held against each other."""
