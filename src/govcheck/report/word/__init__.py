"""Word files: how they look, their tables, and how they are saved."""
