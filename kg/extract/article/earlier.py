"""Earlier works that a sentence names in passing: what it goes on to say of "the film" is not said of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.article.mentioned import in_brackets
from kg.extract.facts import End
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.news import Sentence

__all__ = ["tells_remake", "without_asides", "without_earlier", "without_remakes"]

_BEFORE = 70
# No title stands between: "his award-winning, much-travelled TITLE", not "his OTHER TITLE, and TITLE".
_WORDS = r"(?:(?:[^\s,.;:()–]+|[a-z-]+,)\s){0,4}?"
_END = r"(?:,\s)?[“\"‘']?$"
# "…, whose last film, TITLE", "noticed for her short TITLE": nobody is told news of that one.
_IN_PASSING = re.compile(
    rf"\b(?:whose {_WORDS}|"
    rf"(?:noticed|known|famous|remembered|acclaimed|celebrated|renowned|noted|"
    rf"revealed|discovered) (?:for|with|by|through|in)\s{_WORDS}|"
    rf"(?:made|make|making|forged|earned) (?:a|his|her|their) name (?:with|for|thanks to|on)\s{_WORDS}|"
    rf"and (?:for|with|by|through) (?:his|her|their) {_WORDS}|"
    rf"(?:success|triumph|reception|acclaim|prizes) (?:of|for|with) {_WORDS}|"
    rf"(?:fresh|hot|straight|coming) (?:from|off|on the heels of) {_WORDS}|"
    rf"(?:[Ff]ollow(?:ing|s)?|[Ss]ince|[Aa]fter) (?:his|her|their|the) {_WORDS}|"
    rf"(?:film|feature|outing|effort|movie|work|project) (?:from [^.;:()–]{{2,40}} )?(?:after|since) {_WORDS}|"
    rf"(?:previously|recently|last|next|currently) (?:starred|stars|appeared|appears|seen|filming) [^.;:()–]{{0,40}}?|"
    rf"[Aa]fter (?=[“\"‘]?$)|"
    rf"follow-ups? to {_WORDS}|(?:sequel|prequel|spin-off|companion piece|remake) (?:of|to) {_WORDS}|"
    rf"(?:[Bb]efore|[Aa]fter|[Ss]ince) (?:making|directing|shooting|co-directing|helming|writing) {_WORDS}|"
    rf"the (?:\w+ )?(?:director|maker|directors|helmer|filmmaker|duo|pair) (?:of|behind) {_WORDS}|"
    rf"(?:director|filmmaker|helmer)[’']s (?:previous|earlier|last|first|debut|second|third) {_WORDS}|"
    rf"with whom [^.;:()–]{{2,40}} (?:collaborated|worked|teamed up|made) (?:on )?{_WORDS}|"
    rf"(?:also|already) behind (?:[\w’'-]+\s){{0,4}}?{_WORDS}|"
    rf"who (?:made|directed|helmed|signed|previously|already|last|shot|wrote|co-wrote|penned|scripted|produced|"
    rf"co-produced|edited|lensed) {_WORDS}){_END}"
)
# "based on the novel TITLE by NAME".
_BOOK = re.compile(
    r"\b(?:novel|novella|book|play|memoirs?|autobiography|short story|bestseller|graphic novel|comic|biography|poem|"
    r"manga)s?,? (?:(?:entitled|titled|called) )?[“\"‘']?$"
)
# "… second feature after TITLE stars NAME": no comma ends what is said in passing.
_SINCE = re.compile(
    r"\b(?:film|feature|outing|effort|movie|work|project) [^.;:()–]{0,40}?(?:after|since|following) [“\"‘]?$"
)
_VERB = re.compile(r"[”\"’]? (?:stars|is|are|was|will|has|follows|features|tells|co-stars|marks)\b")
# "…, whom we saw recently in TITLE", "Author of the short film TITLE in 2002, the director …"
_RELATIVE = re.compile(
    r"(?:[,(–—-]\s?(?:with |in |of |for |by |at )?(?:who|whom|whose|which)\b[^,;–—()]{0,140}"
    r"|^In (?:his|her|their) (?:own )?(?:debut|first|previous|last|earlier|second)\b[^,;–—()]{0,40},?\s"
    r"|^(?:Author|Director|Maker|Creator|Producer|Star|Writer) of\b[^,;–—()]{0,80}"
    r"|\b(?:nominated|awarded|seen|noticed|acclaimed|known|spotted|discovered|revealed|appreciated|directed)\b[^,;–—()]{0,60}"
    r" (?:in|for|with|by) (?:[^,;–—()]{0,40}[’']s )?)[“\"‘]?$"
)
_LONGEST_CLAUSE = 200
_HEAD = 4
_LEAD = 600
_REMAKE = re.compile(r"\b(?:remake|redo|English-language (?:version|adaptation))\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|is to|are to|(?:is|are|has been) (?:attached|set|tapped|eyed|on board|in talks|circling)|set to|"
    r"to (?:star|direct|write|produce|helm|adapt))\b"
)
_OF_REMAKES = frozenset({"starredIn", "produced", "executiveProduced", "wrote", "sold", "distributed", "stage"})
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
# "is enjoying great success with TITLE": that is the news.
_SUCCESS_NOW = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:enjoying|having|meeting with) (?:[\w-]+ ){0,3}success with\b[^.;()]*$"
)
_WHOSE = re.compile(r"\bwhose [“\"‘']?$")
_GETS = re.compile(
    r"[”\"’']?(?:\s\([^()]{1,60}\))?\s(?:receives|gets|secures|pockets|lands|is (?:granted|awarded|given|allocated)|"
    r"(?:was|has been) (?:granted|awarded|allocated)|will (?:receive|get|be))\b"
)
# Rules that by themselves tell of what somebody has made before.
_MAKER_OF = "director-of-quoted"  # "“TITLE” director NAME is back with “TITLE”"
_PAST = frozenset({"whose-previous-films", "who-co-directed-with", "with-films-including", "made-hits-like"})
_PREVIOUS = re.compile(rf"\b(?:previous|earlier|last|former) {_WORDS}{_END}")


def without_earlier(document: Document, part: Sentence, found: list[Fact], *, is_told: bool = False) -> list[Fact]:
    """Take from works that a sentence names in passing that it is about them; all that is said of them stays.

    `is_told` says that the paragraph speaks of a film already.
    """
    found = [fact for fact in found if not (fact.predicate == "directed" and _is_book(document, part, fact.object))]
    names = {end.what for fact in found for end in main_ends(fact)}
    of_maker = {fact.object.what for fact in found if fact.rule == _MAKER_OF}
    earlier = {fact.object.what for fact in found if fact.rule in _PAST} | (of_maker if names - of_maker else set())
    earlier |= {
        end.what
        for fact in found
        for end in main_ends(fact)
        for before in [document.text[max(part.first, end.first - _BEFORE) : end.first]]
        if (_IN_PASSING.search(before) and not (_SUCCESS_NOW.search(before) or _is_news(document, end, before)))
        or _BOOK.search(before)
        or (len(names) > 1 and _PREVIOUS.search(before))
        or (is_told and _OWNED.search(before) and _WAS.match(document.text, end.last))
        or in_brackets(document.text, part.first, end.first)
    }
    return [
        _of_its_own(document, part, fact) if any(end.what in earlier for end in main_ends(fact)) else fact
        for fact in found
    ]


def _is_news(document: Document, work: End, before: str) -> bool:
    """Tell whether a work behind "whose" is what is told now: "goes to NAME, whose TITLE receives €600,000"."""
    return bool(_WHOSE.search(before) and _GETS.match(document.text, work.last))


def without_asides(document: Document, part: Sentence, found: list[Fact], films: list[End]) -> list[Fact]:
    """Take from works that an article about one film names in a relative clause that a sentence is about them.

    What the clause itself says is of the work: "NAME, who plays a wrestler in TITLE".
    """
    if len(films) != 1:
        return found
    text, asides = document.text, dict[End, int]()
    for end in (end for fact in found for end in main_ends(fact) if end.what != films[0].what):
        start = max(part.first, end.first - _LONGEST_CLAUSE)
        if clause := _RELATIVE.search(text[start : end.first]):
            asides[end] = start + clause.start()
    return [_aside(fact, asides) for fact in found]


def _aside(fact: Fact, asides: dict[End, int]) -> Fact:
    if any(end in asides for end in main_ends(fact)):
        return replace(fact, main="")
    own = next((end for end, first in asides.items() if first < fact.last <= end.last), None)
    return replace(fact, object=own) if own and fact.object.what == "FILM" and fact.subject.what != own.what else fact


def tells_remake(document: Document, lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether an article is news of a remake: its first lines say so."""
    return any(_REMAKE.search(document.text, first, min(last, first + _LEAD)) for _, first, last in lines[:_HEAD])


def without_remakes(document: Document, part: Sentence, found: list[Fact]) -> list[Fact]:
    """Leave out, in news of a remake, who is still to make or play it: that is another film."""
    is_told = _TO_COME.search(document.text, part.first, part.last) or _REMAKE.search(
        document.text, part.first, part.last
    )
    return [fact for fact in found if fact.predicate not in _OF_REMAKES] if is_told else found


def _of_its_own(document: Document, part: Sentence, fact: Fact) -> Fact:
    """Give a fact whose work is named in passing: what a verb right behind "her film after TITLE" says is hers."""
    (end,) = main_ends(fact)
    is_after = _SINCE.search(document.text[max(part.first, end.first - _BEFORE) : end.first])
    is_its_own = is_after and fact.main == "object" and fact.predicate != "directed"
    if is_its_own and _VERB.match(document.text, end.last, part.last):
        return replace(fact, object=End("FILM"), main="")
    return replace(fact, main="")


def _is_book(document: Document, part: Sentence, work: End) -> bool:
    """Tell whether a work is called a book or a play right before its title: nobody directed that."""
    return bool(_BOOK.search(document.text[max(part.first, work.first - _BEFORE) : work.first]))
