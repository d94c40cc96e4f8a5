"""Run by the Python that has compliance-trestle: loads an OSCAL document as strictly as it does."""

import sys
from pathlib import Path

from trestle.common.model_utils import ModelUtils
from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.poam import PlanOfActionAndMilestones

for name in sys.argv[1:]:
    file = Path(name)
    kind = PlanOfActionAndMilestones if "plan" in file.name else AssessmentResults
    read = kind.oscal_read(file)
    assert read is not None
    resources = {resource.uuid for resource in read.back_matter.resources}
    assert ModelUtils.find_uuid_refs(read) == resources, "links and resources are not the same"
    again = file.with_suffix(".again.json")
    read.oscal_write(again)
    assert kind.oscal_read(again) == read
    print("loaded", file.name)  # noqa: T201 - what the test counts
