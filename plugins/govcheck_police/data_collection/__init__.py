"""Recommendation 6 of Getting a grip: the right data, collected, analysed and used."""
