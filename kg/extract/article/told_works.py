"""Earlier works told of in brackets behind somebody: "NAME (a nominee for TITLE; also seen in TITLE and TITLE)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.festival import is_market, known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.extract.token import ASIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["told_works"]

_RULE = "works-in-brackets"
_LONGEST = 1500
_OPENS = re.compile(r"[”\"’']?,?\s?\(")
_OPENED = re.compile(r"(?<=\w)\s\((?=[a-z])")
_LONGEST_NAME = 60
_MOST_WORDS = 5
# What is said of people in brackets who are known for something.
_KNOWN_FOR = re.compile(
    r"\b(?:nomin\w+|awards?|winn\w+|won|prizes?|seen|notic\w+|appreciat\w+|known|discover\w+|applaud\w+|remember\w+|admir\w+|prais\w+|"
    r"catch|popular|stars?|starred|starring|roles?|reveal\w+|liked|loved|recently|previously|directed|made|shot|fresh|"
    r"busy|acclaim\w+|award\w*|behind|excellent|brilliant|last|revelation|face|spotted|shone|currently|soon|upcoming|crowned|lauded|"
    r"memorable|unforgettable|nominee|co-?wrote|wrote|produced|lensed|edited)\b",
    re.IGNORECASE,
)
_CAPITAL = r"(?:[A-ZÀ-ÞĀ-Ž0-9¡¿][\w’'&.-]*[!?]*)"
_JOINS = (
    r"(?:of|the|a|an|in|on|to|at|my|is|&|de|la|le|les|du|des|et|à|di|il|del|della|el|y|der|die|das|und|for|with|from|not|"
    r"no|or|en|un|une|che|per)"
)
# Languages that write titles in small letters: as far as the list's next mark.
_FOREIGN = (
    r"(?:(?:L[ea]s?|Une?|Des|Il|Los|Las|Der|Die|Das|Den|Det)\s|[LD][’'])"
    r"[a-zà-ÿ][^,;()\[\]]*?(?=\s?[,;)]|\sand\s|\sby\s|$)"
)
_ITEM = rf"(?:{_FOREIGN}|{_CAPITAL}(?::?\s(?:{_JOINS}\s){{0,2}}{_CAPITAL})*)"
_SMALL_LETTERS = re.compile(_FOREIGN)
_KIND = r"(?:films?|features?|shorts?|documentary|comedy|drama|thriller|series|movie)"
_AND = r"(?:\s?[,;]\s?(?:and |also )?|\s(?:and|as well as|then|or)\s(?:for |in |with |also )?)"
_LISTS = re.compile(
    r"(?:\b(?:for|in|with|from|of|like|including|as|after|behind|directed|made|shot|wrote|co-wrote|produced|between|"
    rf"opposite|by way of|(?:the )?{_KIND})[,:]?)\s"
    rf"(?:the (?:short |feature |hit |cult |recent )?{_KIND} )?"
    rf"(?P<items>[“\"‘]?{_ITEM}(?:[”\"’]?{_AND}[“\"‘]?{_ITEM})*)"
)
_CUT = re.compile(_AND)
_BY = re.compile(
    r"[”\"’]?\s?,?\s(?:directed )?by\s"
    rf"(?P<who>{_CAPITAL}(?:\s(?:(?:de|la|van|von|der|den|el|al|del|di)\s)*{_CAPITAL}){{1,3}})"
)
# "NAME’s TITLE"
_OWNER = re.compile(rf"(?P<who>{_CAPITAL}(?: (?:de |van |von )?[A-ZÀ-ÞĀ-Ž][\w-]*){{1,2}}?)[’'](?:s\s|\s)(?=\S)")
_PRIZES = re.compile(
    r"\b(?:best|most|golden|silver|grand|prizes?|awards?|césars?|cesars?|oscars?|goyas?|baftas?|magrittes?|bear|palme?|"
    r"lion|leopard|globes?|emmys?|lola|donatello|nastro|bodil|robert|guldbagge|shooting|stars|volpi|cup|prix|jury|actor|"
    r"actress|director|screenplay|supporting|promising|newcomer|competition|selection|academy|tony|movies|guild|critics|"
    r"mention|to watch)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d{1,2} [A-Z][a-z]+ |(?:19|20)\d\d (?=in |for )")
_TO_TITLE = re.compile(r"\s(?:for|in|with|on)\s(?=[“\"‘A-ZÀ-Þ0-9])")
_MONTHS = words("names", "months")
_COMPANY_ENDS = words("names", "company_ends")
_BODY_WORDS = words("names", "body_words")
_CREDITS = frozenset({"starredIn", "directed", "wrote", "produced", "photographed", "composed", "edited"})
# "NAME (who lensed TITLE)": what somebody did there, whatever he did for the film at hand.
_DID = re.compile(r"who (?:has |had |also |previously |recently |last |earlier )*(?P<did>[a-z-]+)\b")
_ROLES = {
    "lensed": "photographed", "photographed": "photographed", "wrote": "wrote", "co-wrote": "wrote", "penned": "wrote",
    "scripted": "wrote", "produced": "produced", "edited": "edited", "scored": "composed", "directed": "directed",
    "helmed": "directed", "starred": "starredIn", "played": "starredIn", "appeared": "starredIn",
}  # fmt: skip
_SHORT = 3


def told_works(document: Document, facts: list[Fact]) -> list[Fact]:
    """Give the works told of in the brackets behind people of credits, as theirs in the same role."""
    credited: dict[str, Fact] = {}
    for fact in facts:
        who = fact.subject.what
        if fact.predicate in _CREDITS and isinstance(who, Mention) and who.type == "Person" and " " in who.name:
            credited.setdefault(who.name, fact)
    found: list[Fact] = []
    read = {fact.subject.last for fact in facts if fact.rule == "credit-in-brackets"}
    for opened in _OPENED.finditer(document.text):
        if opened.start() in read:
            continue
        before = document.text[max(0, opened.start() - _LONGEST_NAME) : opened.start()].rsplit("\n", 1)[-1].split(" ")
        tails = (" ".join(before[at:]) for at in range(max(0, len(before) - _MOST_WORDS), len(before) - 1))
        own = next((credited[name] for name in tails if name in credited), None)
        if own is not None:
            name = own.subject.what.name if isinstance(own.subject.what, Mention) else ""
            person = thing(name, "Person", opened.start() - len(name), opened.start())
            found += _works(document, replace(own, subject=person))
    return found


def _works(document: Document, fact: Fact) -> Iterator[Fact]:
    extent = _inner(document.text, fact.subject.last)
    if extent is None:
        return
    first, last = extent
    inner = ASIDE.sub(lambda hit: " " * len(hit.group()), document.text[first:last])
    if not inner[:1].islower() or not _KNOWN_FOR.search(inner):
        return
    own = fact.object.what.name if isinstance(fact.object.what, Mention) else ""
    did = _DID.match(inner)
    fact = replace(fact, predicate=_ROLES.get(did["did"], fact.predicate)) if did else fact
    for hit in _LISTS.finditer(inner):
        at = hit.start("items")
        for piece in _CUT.split(hit["items"]):
            start = inner.index(piece, at)
            at = start + len(piece)
            name = _tail(piece.strip('“”"‘’ .'))
            own_at = start + piece.index(name) if name else 0
            if name and (foreign := _SMALL_LETTERS.match(inner, own_at)):
                name = foreign.group()
            begin = first + own_at
            owner = _OWNER.match(name)
            if owner and is_given_name(fold(owner["who"]).split()[0]):
                who = thing(owner["who"], "Person", begin, begin + owner.end("who"))
                begin, name = begin + owner.end(), name[owner.end() :]
                yield Fact(who, "directed", thing(name, "Film", begin, begin + len(name)), who.first, last, _RULE, 2.0)
            if not name or _is_other(name) or name == own:
                continue
            work = thing(name, "Film", begin, begin + len(name))
            yield Fact(fact.subject, fact.predicate, work, fact.subject.first, last, _RULE, 2.0)
            by = _BY.match(inner, at)
            if by and fact.predicate != "directed":
                maker = thing(by["who"], "Person", first + by.start("who"), first + by.end("who"))
                yield Fact(maker, "directed", work, begin, first + by.end(), _RULE, 2.0)


def _tail(name: str) -> str:
    """Give the title behind a prize or a date: "TITLE" of "Best Actor in 2014 for TITLE"."""
    while _PRIZES.search(name) or _DATED.match(name):
        cut = _TO_TITLE.search(name)
        if cut is None:
            return ""
        name = name[cut.end() :]
    return name


def _inner(text: str, at: int) -> tuple[int, int] | None:
    """Give the extent of what the bracket right behind an offset holds, brackets within brackets and all."""
    opened = _OPENS.match(text, at)
    if opened is None:
        return None
    depth = 1
    for mark in re.finditer(r"[()\n]", text[opened.end() : opened.end() + _LONGEST]):
        depth += {"(": 1, ")": -1}.get(mark.group(), 0)
        if depth == 0:
            return opened.end(), opened.end() + mark.start()
    return None


def _is_other(name: str) -> bool:
    """Tell whether capitals in such a bracket name no film: a prize, a festival, a person, a country, a year."""
    lower = fold(name).split()
    plain = name.strip('“”"‘’ ')
    return bool(
        _PRIZES.search(name)
        or known_festival(plain)
        or is_market(plain)
        or plain.casefold() in sections()
        or countries().code(plain)
        or countries().code_of_demonym(plain)
        or lower[0] in _MONTHS
        or plain.isdigit()
        or (2 <= len(lower) <= 3 and is_given_name(lower[0]) and all(part[0].isupper() for part in plain.split()))
        or (lower[-1] in _COMPANY_ENDS and len(lower[-1]) > _SHORT)
        or not set(lower).isdisjoint(_BODY_WORDS)
    )
