"""Made-up stores for properties: a few of each kind, linked at random."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from kg.graph.census import write_columns
from kg.graph.columns import COLUMNS, Columns

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIXES = "".join(
    f"@prefix {name}: <https://w3id.org/filmkg/{name}/> .\n"
    for name in ("film", "person", "company", "country", "edition", "n")
) + (
    "@prefix kg: <https://w3id.org/filmkg/ontology#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
)
_KINDS = {
    "film": "kg:Work, kg:Film", "person": "kg:Person", "company": "kg:Company", "country": "kg:Place, kg:Country",
    "edition": "kg:FestivalEdition",
}  # fmt: skip
_LABELS = ("Nord", "nord", "Été", "Ω", "Alba", "10:15")  # fewer than things, so that equal labels come up
_SIZE = 6
_NUMBER = st.integers(0, _SIZE - 1)
_PREDICATES = (
    ("film", "countryOfOrigin", "country"), ("film", "screenedAt", "edition"), ("person", "directed", "film"),
    ("person", "starredIn", "film"), ("person", "produced", "film"), ("company", "produced", "film"),
    ("company", "coProduced", "film"), ("company", "sold", "film"), ("company", "coProducedWith", "company"),
    ("country", "coProducedWith", "country"), ("film", "sequelOf", "film"), ("person", "wrote", "film"),
)  # fmt: skip

statements = st.sets(st.tuples(st.sampled_from(_PREDICATES), _NUMBER, _NUMBER), max_size=40)
"""What is said: (kind, predicate, kind) and a number of each kind."""


def store_of(said: Iterable[tuple[tuple[str, str, str], int, int]]) -> Store:
    """Make a store in which all things are there and some are linked."""
    lines = [PREFIXES]
    for kind, classes in _KINDS.items():
        for number in range(_SIZE):
            lines.append(f'{kind}:{number} a {classes} ; rdfs:label "{_LABELS[number * 5 % 6 // 2]}" .')
    lines += [f'edition:{number} kg:year "{2020 + number // 2}"^^xsd:gYear .' for number in range(_SIZE)]
    for count, ((kind, predicate, other), one, two) in enumerate(sorted(said)):
        if (kind, one) == (other, two):
            continue
        lines.append(f"{kind}:{one} kg:{predicate} {other}:{two} .")
        if predicate == "coProducedWith":
            lines.append(f"{other}:{two} kg:{predicate} {kind}:{one} .")
            if (one + two) % 2:
                for work in {one, two // 2}:
                    lines.append(
                        f"n:{count}-{work} a kg:Participation ; kg:role kg:coProducedWith ; kg:work film:{work} ; "
                        f"kg:agent {kind}:{one}, {other}:{two} ."
                    )
        if predicate == "sequelOf":
            lines.append(f'n:{count} a kg:StageReport ; kg:work film:{one} ; kg:date "{2021 + two}-05-01"^^xsd:date .')
        if predicate == "countryOfOrigin" and two % 2:
            lines.append(f'film:{one} kg:releasedOn "202{two}-01"^^xsd:gYearMonth .')
    store = Store()
    store.load(input="\n".join(lines), format=RdfFormat.TURTLE)
    return store


def columns_of(store: Store) -> Columns:
    """Write a store's columns and open them; the file is gone afterwards, what is mapped stays."""
    with tempfile.TemporaryDirectory() as folder:
        write_columns(store, Path(folder) / COLUMNS)
        return Columns.open(folder)
