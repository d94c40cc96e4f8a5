"""From a published document to the draft of a framework file, which a person finishes."""
