"""The response that has to be published to a report: drafted from a result, and held against it."""
