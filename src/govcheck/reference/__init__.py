"""Pages, schemas and starter files that are generated from the code, so that they cannot drift."""
