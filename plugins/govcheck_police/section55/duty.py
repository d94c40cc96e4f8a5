"""What is said where a framework holds no duty to publish a response."""

from __future__ import annotations

from govcheck.plugin import NotApplicable

NO_DUTY = NotApplicable("the framework holds no duty to publish a response")
