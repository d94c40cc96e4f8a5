"""Counts as statements, through a kept library, for every dialect; and what comes back."""
