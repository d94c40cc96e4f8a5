"""Recommendation 2 of Getting a grip: keeping skilled people from leaving."""
