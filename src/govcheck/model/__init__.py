"""Pure data: the words of govcheck as types, and the tables that fold them into verdicts. No I/O."""
