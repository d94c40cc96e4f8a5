"""From an Excel workbook to a document, each value with its cell; and how a cell is written."""
