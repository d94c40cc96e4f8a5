"""From bytes to documents with places, and from documents to a validated self-assessment."""
