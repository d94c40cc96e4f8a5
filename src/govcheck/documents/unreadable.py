"""What is said of a document that cannot be read."""


class UnreadableError(Exception):
    """A document or template that cannot be read, with what would help."""
