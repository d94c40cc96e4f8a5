"""What an assessment points to, as it is found. The only room that opens evidence."""
