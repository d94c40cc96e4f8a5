"""A self-assessment as an Excel workbook to fill in."""
