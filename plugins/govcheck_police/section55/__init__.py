"""The duty to publish a response: Police Act 1996, section 55. Brings the report and the forces."""
