"""Run the checks, contain their failures, and fold what they found into the result."""
