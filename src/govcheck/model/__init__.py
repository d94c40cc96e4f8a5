"""Pure data: the words of govcheck as types, and the tables that make verdicts. No I/O."""
