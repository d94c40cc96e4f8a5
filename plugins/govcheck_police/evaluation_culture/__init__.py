"""Recommendation 6 of Getting a grip: a culture of evaluation at all levels."""
