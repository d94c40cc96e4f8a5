"""A paper for a board or a committee, in the order in which they read."""
