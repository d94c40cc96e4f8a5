"""Policy: from results to a decision."""
