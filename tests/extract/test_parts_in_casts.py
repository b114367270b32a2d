"""Casts with the parts between their names: who plays whom does not end the list."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

ARTICLE = "Per Holm to shoot Grey Team\n\nPer Holm will start shooting Grey Team in May. {}\n"
CASTS = (
    "The film stars George Wall as Cody, Aline Berg as Joan Gil, and Roy Lund as Retik.",
    "The film stars newcomer George Wall as Cody, Aline Berg as his aunt Joan Gil, and veteran Roy Lund as a rogue.",
    "The cast is led by George Wall as a single father, Aline Berg as his 10-year-old girl, and Roy Lund as a cook.",
    "The cast features George Wall as police chief Anders Lie, Aline Berg as Anna and Roy Lund.",
    "George Wall stars as the captain, Aline Berg as his daughter and Roy Lund as the cook.",
    "George Wall plays Cody, Aline Berg his sister and Roy Lund the evil twin.",
    "Starring George Wall as Cody, Aline Berg as his sister and Roy Lund as the evil twin, the film is set in Oslo.",
)


@pytest.mark.parametrize("sentence", CASTS)
def test_the_whole_cast_is_read(sentence: str) -> None:
    (reading,) = read_all([Document("page", ARTICLE.format(sentence), metadata=Metadata(kind="article"))])
    played = {getattr(claim.subject, "name", "") for claim in reading.claims if claim.predicate == "starredIn"}
    assert played == {"George Wall", "Aline Berg", "Roy Lund"}
