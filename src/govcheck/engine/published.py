"""What is published in response to the report, beside the answers: carried, never judged."""

from __future__ import annotations

from govcheck.engine.supply import Case
from govcheck.model.assessment import SelfAssessment
from govcheck.model.result import ResponseResult
from govcheck.plugin.section import ResponseSection


def response_result(case: Case) -> ResponseResult:
    """Whose task the response is, and what the file says of it."""
    duty = case.framework.response
    told = ResponseResult()
    if duty:
        told = told._replace(body=duty.body, invites=duty.invite, copies_to=duty.copies_to)
    section = _section(case.assessment)
    if section is None:
        return told
    return told._replace(
        title=section.title,
        published=section.published.isoformat() if section.published else None,
        key_findings=section.key_findings,
        comment=section.comment,
        invited_comment=section.invited_comment,
    )


def _section(assessment: SelfAssessment) -> ResponseSection | None:
    """The first section about the response that the file has, whichever pack owns it."""
    values = (getattr(assessment, key, None) for key in type(assessment).model_fields)
    return next((value for value in values if isinstance(value, ResponseSection)), None)
