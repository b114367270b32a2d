"""The ten-minute example of CONTRIBUTING.md works as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.document import Document
from kg.extract.names import Known

GUIDE = Path(__file__).parent.parent / "CONTRIBUTING.md"


@pytest.fixture
def extractor():
    code = re.search(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert code
    namespace: dict[str, object] = {}
    exec(code[1], namespace)  # noqa: S102 - the guide's own code is what is tested
    return namespace["EXTRACTOR"]


def test_the_example_reads_its_own_kind(extractor):
    document = Document("fest/line-up.txt", "Grey Harbour | Ana Ruibal\n\nOpening hours")
    claims = extractor.read(document, Known(), 1.0).claims
    assert [(c.subject.name, c.predicate, c.object.name) for c in claims] == [
        ("Ana Ruibal", "directed", "Grey Harbour")
    ]


def test_the_example_reports_the_lines_that_it_does_not_read(extractor):
    document = Document("fest/line-up.txt", "Grey Harbour | Ana Ruibal\n\nOpening hours")
    outcomes = {line.number: line.outcome for line in extractor.read(document, Known(), 1.0).lines}
    assert outcomes == {1: "read", 3: "unread"}
