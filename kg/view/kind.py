"""The kinds of thing in a picture: how each class of the vocabulary is named and which mark it has.

Shape and colour both tell the kind. A mark is SVG path data in a box of about -12…12, filled by the even-odd
rule, so that the legend, the picture on the canvas and an exported drawing share it; colours are in page.css.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["KINDS", "Kind", "kind_of"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of the legend; `size` is the mark's radius in the picture for a node without links."""

    id: str
    one: str
    many: str
    classes: tuple[str, ...]
    size: float
    mark: str


_FRAME = "M-9.5-8.5H9.5Q12-8.5 12-6V6Q12 8.5 9.5 8.5H-9.5Q-12 8.5-12 6V-6Q-12-8.5-9.5-8.5Z"
_STACK = "M-9.5-5H9.5Q12-5 12-2.5V7Q12 9.5 9.5 9.5H-9.5Q-12 9.5-12 7V-2.5Q-12-5-9.5-5ZM-9.5-10H9.5V-7.2H-9.5Z"
_HOLLOW = "M-10-10H10V10H-10ZM-5.5-5.5V5.5H5.5V-5.5Z"
_DISC = "M10 0A10 10 0 1 1-10 0A10 10 0 1 1 10 0Z"
_DIAMOND = "M0-12.5L12.5 0L0 12.5L-12.5 0Z"
_HEXAGON = "M12 0L6 10.4H-6L-12 0L-6-10.4H6Z"
_STAR = "M0-13L3.2-4.4L12.4-4L5.1 1.7L7.6 10.5L0 5.4L-7.6 10.5L-5.1 1.7L-12.4-4L-3.2-4.4Z"
_UP = "M0-11.5L12 9.5H-12Z"
_DOWN = "M0 11.5L12-9.5H-12Z"

# In the order of the legend.
KINDS = (
    Kind("film", "Film", "Films", ("Film",), 9.0, _FRAME),
    Kind("series", "Series", "Series", ("Series",), 9.0, _STACK),
    Kind("work", "Other work", "Other works", ("Work",), 8.0, _HOLLOW),
    Kind("person", "Person", "People", ("Person",), 6.0, _DISC),
    Kind("company", "Company", "Companies", ("Company", "PublicBody"), 7.5, _DIAMOND),
    Kind("country", "Country", "Countries", ("Country",), 10.0, _HEXAGON),
    Kind("festival", "Festival", "Festivals", ("Festival", "FestivalEdition"), 8.5, _STAR),
    Kind("award", "Award", "Awards", ("Award",), 7.5, _UP),
    Kind("place", "Place", "Places", ("Place",), 7.5, _DOWN),
)
_BY_CLASS = {name: number for number, kind in enumerate(KINDS) for name in kind.classes}


def kind_of(class_name: str) -> int:
    """Give the number in KINDS of a class of the vocabulary.

    A subclass has the kind of its nearest ancestor. Raises StopIteration for a class that is not drawn.
    """
    from kg.vocabulary import vocabulary

    return next(_BY_CLASS[name] for name in vocabulary().ancestors(class_name) if name in _BY_CLASS)
