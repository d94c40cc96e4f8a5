"""Many self-assessments in one run: found, judged by several processes, and rolled up."""
