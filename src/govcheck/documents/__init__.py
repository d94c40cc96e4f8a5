"""Documents that people write elsewhere, opened safely."""
