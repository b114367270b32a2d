"""Earlier works that a sentence names in passing: what it goes on to say of "the film" is not said of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentioned import in_brackets
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End, Fact
    from kg.extract.news import Sentence

__all__ = ["without_earlier"]

_BEFORE = 70
# No title stands between: "his award-winning, much-travelled TITLE", not "his OTHER TITLE, and TITLE".
_WORDS = r"(?:(?:[^\s,.;:()–]+|[a-z-]+,)\s){0,4}?"
_END = r"(?:,\s)?[“\"‘']?$"
# "…, whose last film, TITLE", "noticed for her short TITLE": nobody is told news of that one.
_IN_PASSING = re.compile(
    rf"\b(?:whose (?:previous|earlier|last|latest|first|debut|second|acclaimed|award-winning|prize-winning)\s{_WORDS}|"
    rf"(?:noticed|known|famous|remembered|acclaimed|celebrated|renowned|noted|"
    rf"revealed|discovered) (?:for|with|by|through|in)\s{_WORDS}|"
    rf"(?:made|make|making|forged|earned) (?:a|his|her|their) name (?:with|for|thanks to|on)\s{_WORDS}|"
    rf"(?:success|triumph|reception|acclaim|prizes) (?:of|for|with) {_WORDS}|"
    rf"(?:fresh|hot|straight|coming) (?:from|off|on the heels of) {_WORDS}|"
    rf"(?:[Ff]ollow(?:ing|s)?|[Ss]ince|[Aa]fter) (?:his|her|their|the) {_WORDS}|"
    rf"follow-ups? to {_WORDS}|(?:sequel|prequel|spin-off|companion piece|remake) (?:of|to) {_WORDS}|"
    rf"(?:[Bb]efore|[Aa]fter|[Ss]ince) (?:making|directing|shooting|co-directing|helming|writing) {_WORDS}|"
    rf"the (?:\w+ )?(?:director|maker|directors|helmer|filmmaker|duo|pair) (?:of|behind) {_WORDS}|"
    rf"(?:director|filmmaker|helmer)[’']s (?:previous|earlier|last|first|debut|second|third) {_WORDS}|"
    rf"(?:also|already) behind (?:[\w’'-]+\s){{0,4}}?{_WORDS}|"
    rf"who (?:made|directed|helmed|signed|previously|already|last|shot) {_WORDS}){_END}"
)
# "based on the novel TITLE by NAME".
_BOOK = re.compile(
    r"\b(?:novel|novella|book|play|memoirs?|autobiography|short story|bestseller|graphic novel|comic|biography|poem|"
    r"manga)s?,? (?:(?:entitled|titled|called) )?[“\"‘']?$"
)
# "NAME’s debut TITLE won the main prize": where a film is spoken of already, that is not what comes next.
_OWNED = re.compile(
    rf"(?:[’']s|\b[Hh]is|\b[Hh]er|\b[Tt]heir) (?:previous|earlier|last|first|second|debut|short|graduation|"
    rf"breakthrough|prize-winning|award-winning|acclaimed)\s{_WORDS}{_END}"
)
_WAS = re.compile(
    r"[”\"’']?(?:\s\([^()]{1,60}\))?,?\s(?:(?:which|also|already)\s)?"
    r"(?:was|were|had|won|premiered|screened|took|opened|bowed|earned|received|played|picked|scored|competed|drew|"
    r"attracted|sold|made|travelled|became|scooped|landed)\b"
)
_PREVIOUS = re.compile(rf"\b(?:previous|earlier|last|former) {_WORDS}{_END}")


def without_earlier(document: Document, part: Sentence, found: list[Fact], *, is_told: bool = False) -> list[Fact]:
    """Take from works that a sentence names in passing that it is about them; all that is said of them stays.

    `is_told` says that the paragraph speaks of a film already.
    """
    found = [fact for fact in found if not (fact.predicate == "directed" and _is_book(document, part, fact.object))]
    names = {end.what for fact in found for end in main_ends(fact)}
    earlier = {
        end.what
        for fact in found
        for end in main_ends(fact)
        for before in [document.text[max(part.first, end.first - _BEFORE) : end.first]]
        if _IN_PASSING.search(before)
        or _BOOK.search(before)
        or (len(names) > 1 and _PREVIOUS.search(before))
        or (is_told and _OWNED.search(before) and _WAS.match(document.text, end.last))
        or in_brackets(document.text, part.first, end.first)
    }
    return [replace(fact, main="") if any(end.what in earlier for end in main_ends(fact)) else fact for fact in found]


def _is_book(document: Document, part: Sentence, work: End) -> bool:
    """Tell whether a work is called a book or a play right before its title: nobody directed that."""
    return bool(_BOOK.search(document.text[max(part.first, work.first - _BEFORE) : work.first]))
