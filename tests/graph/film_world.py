"""A small film world made by hand: two documents that say some things twice and spell one name in two ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention, Value, sort_claims
from kg.document import Document, Item, Metadata
from kg.extract.reading import Reading
from kg.resolve.entity import Entity, Resolution

if TYPE_CHECKING:
    from kg.claim import Qualifier

_FIRST = """Ana Ruiz shooting Salt Road
The film stars Ana Ruiz and Bo Lind. It is a co-production of Belgium and France by Nord Film with Sud Film.
Salt Road screened at Toronto 2024 in Platform.
"""
_SECOND = """Salt Road by Ana Ruis, after The Well
Sud Film sells it in France. Ana Ruis got the Golden Oak.
"""
_CLASSES = {
    "Salt Road": "Film",
    "The Well": "Work",
    "Ana Ruiz": "Person",
    "Ana Ruis": "Person",
    "Bo Lind": "Person",
    "Nord Film": "Company",
    "Sud Film": "Company",
    "Belgium": "Country",
    "France": "Country",
    "Toronto 2024": "FestivalEdition",
    "Golden Oak": "Award",
}
_IRIS = {
    "Salt Road": "film/salt-road",
    "The Well": "work/the-well",
    "Ana Ruiz": "person/ana-ruiz",
    "Ana Ruis": "person/ana-ruiz",
    "Bo Lind": "person/bo-lind",
    "Nord Film": "company/nord-film",
    "Sud Film": "company/sud-film",
    "Belgium": "country/BE",
    "France": "country/FR",
    "Toronto 2024": "edition/toronto-2024",
    "Golden Oak": "award/golden-oak",
}


@dataclass
class World:
    """Readings and what their mentions are."""

    readings: list[Reading]
    resolution: Resolution

    @property
    def claims(self) -> list[Claim]:
        return [claim for reading in self.readings for claim in reading.claims]

    @property
    def documents(self) -> list[Document]:
        return [reading.document for reading in self.readings]


def say(
    document: Document,
    subject: str,
    predicate: str,
    target: str,
    words: tuple[str, ...],
    *,
    literal: bool = False,
    rests_on: tuple[str, ...] = (),
    **qualifiers: Qualifier,
) -> Claim:
    """Make a claim that rests on the first place of each of some words in the document."""
    spans = tuple(document.span(at, at + len(each)) for each in words for at in [document.text.index(each)])
    item = f"{document.id}#1"
    return Claim(
        document.id,
        1,
        Mention("Item", item) if subject == "item" else Mention(_CLASSES[subject], subject),
        predicate,
        Value(target) if literal else Mention("Item", item) if target == "item" else Mention(_CLASSES[target], target),
        spans,
        "listing/1",
        "by-hand",
        qualifiers,
        "2024-09-17",
        "inferred" if rests_on else "stated",
        rests_on,
    )


def make_world() -> World:
    one = Document("trade/first page.txt", _FIRST, Metadata(title="Trade", publisher="Paper", published="2024-W38"))
    two = Document("trade/50% #2.txt", _SECOND, Metadata(address="https://example.org/2", language="en"))
    tag = "Belgium and France"
    belgium = say(one, "Salt Road", "countryOfOrigin", "Belgium", ("Salt Road", "Belgium"), position=1)
    france = say(one, "Salt Road", "countryOfOrigin", "France", ("Salt Road", "France"), position=2)
    first = [
        say(one, "Ana Ruiz", "directed", "Salt Road", ("Ana Ruiz", "Salt Road")),
        say(one, "Ana Ruiz", "starredIn", "Salt Road", ("Ana Ruiz",), billing=1),
        say(one, "Bo Lind", "starredIn", "Salt Road", ("Bo Lind",), billing=2, open_list=True),
        say(one, "Salt Road", "stage", "shooting", ("shooting",), literal=True, date="2024-09-17"),
        say(one, "Salt Road", "ordinal", "first feature", ("film",), literal=True, of="Ana Ruiz"),
        say(one, "Salt Road", "describedIn", "item", ("Salt Road",)),
        say(one, "item", "interviewed", "Ana Ruiz", ("Ana Ruiz",)),
        say(one, "Nord Film", "produced", "Salt Road", ("Nord Film",)),
        say(one, "Ana Ruiz", "produced", "Salt Road", ("Ana Ruiz",)),
        say(one, "Nord Film", "coProducedWith", "Sud Film", ("Nord Film with Sud Film",), work="Salt Road"),
        say(one, "Salt Road", "screenedAt", "Toronto 2024", ("Toronto 2024",), section="Platform"),
        belgium,
        france,
        say(one, "Belgium", "coProducedWith", "France", (tag,), work="Salt Road", rests_on=(belgium.id, france.id)),
    ]
    second = [
        say(two, "Ana Ruis", "directed", "Salt Road", ("Salt Road", "Ana Ruis")),
        say(two, "Salt Road", "basedOn", "The Well", ("The Well",)),
        say(two, "Salt Road", "releasedOn", "2024-11", ("Salt Road",), literal=True, territory="France"),
        say(two, "Sud Film", "sold", "Salt Road", ("Sud Film",), territory="France"),
        say(two, "Ana Ruis", "award", "Golden Oak", ("Golden Oak",), year=2023, count=2),
        say(two, "Salt Road", "alsoKnownAs", "Route du sel", ("Salt Road",), literal=True),
    ]
    readings = [_reading(one, first), _reading(two, second)]
    labels = {iri: name for name, iri in reversed(_IRIS.items())}
    entities = {
        iri: Entity(
            iri, _CLASSES[label], label, ("Ana Ruis",) if label == "Ana Ruiz" else ("Route du sel",) * (label[0] == "S")
        )
        for iri, label in labels.items()
        if label != "Sud Film"
    }
    entities["company/sud-film"] = Entity("company/sud-film", "Company", "Sud Film")
    by_mention = {
        (document.id, kind, name): entities[_IRIS[name]] for document in (one, two) for name, kind in _CLASSES.items()
    }
    for document in (one, two):
        by_mention[document.id, "Work", "Salt Road"] = entities["film/salt-road"]
    return World(readings, Resolution(by_mention, {"film/salt-rd": "film/salt-road"}))


def _reading(document: Document, claims: list[Claim]) -> Reading:
    spans = (document.span(0, len(document.text)),)
    items = (Item(document.id, 1, document.text.split("\n")[0], "news", "2024-09-17", spans),)
    return Reading(document, "listing", 1.0, "listing/1", items, tuple(sort_claims(claims)), ())
