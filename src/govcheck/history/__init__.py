"""Results that are kept over the years, in one file that is only ever added to."""
