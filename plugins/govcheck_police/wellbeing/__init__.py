"""Recommendation 3 of Getting a grip: proactive support in high-stress roles and situations."""
