"""Cued titles: names that what stands behind them makes certain to be films: "TITLE tells the story of …".

Once such a name is known to be a title, all other sentences that print it speak of a film, and what follows in its
own sentence is said of it. A name that may be somebody's, a company's, a festival's or a country's is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.article.deal_titles import without_rights
from kg.extract.article.linked import title_before
from kg.extract.language import language_of
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.naming import without_maker
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["cued_titles"]

_ALSO = r"(?:(?:also|now|currently|already|then|first|recently|soon|finally|just|again|next) )?"
_KIND = (
    r"(?:film|feature|movie|documentary|drama|comedy|thriller|debut|short|animation|western|satire|melodrama|fable|"
    r"feature debut|debut feature|biopic|docudrama|dramedy|chiller|epic|romance|adaptation|fairy tale|road movie|title)"
)
_WHO = r"(?=[A-ZÀ-ÞĀ-Ž])"
# What hardly anything but a film's title stands before.
_SURELY = "|".join([
    rf",? (?:co-)?(?:directed|helmed|written and directed|penned and directed|directed and written) by {_WHO}",
    rf", (?:a|an|the|his|her|their|another|this) (?:[a-z-]+ ){{0,4}}?{_KIND} (?:directed |helmed |made |shot )?"
    rf"(?:by|from) {_WHO}",
    r", (?:a|an|the|his|her|their) (?:[a-z-]+ ){0,3}(?:adaptation|remake|sequel|prequel|screen version|version) of",
    rf" {_ALSO}(?:tells the (?:\w+ )?story of|tells of|recounts|is (?:about|the story of|the tale of)|follows the|"
    r"follows an? |revolves around|centres (?:on|around)|centers (?:on|around)|is set (?:in|on|against|during)|"
    r"unfolds in)",
    rf" (?:stars|co-stars|toplines|features|is toplined by|is headlined by) {_WHO}",
    rf" (?:is|was|has been|will be|is being|is to be) {_ALSO}(?:co-)?(?:directed|helmed|written|penned|scripted|edited|"
    r"photographed|lensed|toplined) by",
    rf" (?:is|was|has been|will be|is being|is to be) {_ALSO}(?:shot|filmed|lensed) (?:in|on|entirely|over|around|by)",
    rf" {_ALSO}(?:(?:has|have|had|was|were|is|are|being) )?(?:been )?{_ALSO}(?:pre-?)?"
    r"(?:sold|gone|went|licensed|snapped up|picked up|travelled)"
    r"(?: widely| well| wide)? (?:to|for|in) (?:the )?[A-ZÀ-Þ][^()\n.;]{1,60}? ?\(",
    r" (?:will |to |is set to )?(?:world[- ]premieres?|world[- ]premiered|world-premiere)\b",
    r" (?:had|has|will have|is having|receives|received) its (?:world |international |european |domestic )*"
    r"(?:premiere|bow)",
    r" (?:is|was|were) (?:the )?(?:second|third|first|fourth|fifth|debut|new|latest) (?:[a-z-]+ ){0,2}(?:film|feature|"
    rf"documentary|movie) (?:by|from|of|directed by) {_WHO}",
    rf" is (?:the )?(?:working|provisional) title of {_WHO}",
])  # fmt: skip
_BEHIND = re.compile(rf"[”\"’]?(?:{_SURELY})")
_LEADS_UP = re.compile(r" (?:on|in|at|for|from|to|with|by|after|about) ")
_OPENS = re.compile(r"(?:^|\n|[.:!?”\"] |[’']s |[“\"‘])$")
# "NAME tells the story of a nurse" as well as "TITLE tells the story of a nurse".
_ALSO_PEOPLE = re.compile(
    r" (?:\w+ )?(?:tells|recounts|follows|stars|co-stars|toplines|features|unfolds|had|has|will|receives)\b"
)
_LIKE_A_NAME = re.compile(
    r"(?!(?:The|A|An|My|Our|No|All|Les|Le|La|Das|Der|Die|El|Los|Il) )"
    r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÞĀ-Ž][\w’'-]+){1,2}"
)
# "a co-production with Latvia’s FIRM, directed by NAME"
_PARTNER = re.compile(
    r"\b(?:with|by|through|via|and) (?:[A-ZÀ-ÞĀ-Ž][\w-]+[’']s )?$|(?:&|\band) (?:the |a )?$|[A-ZÀ-ÞĀ-Ž][\w’'-]*, $"
)
_LONGEST_LEAD = 40
_LAST = re.compile(r"[^\s,;:()\[\]“”\"]$")
_PLAIN = words("names", "plain")
_ARTICLES = words("names", "articles")
_NOBODYS = frozenset({
    "film", "films", "the film", "this", "it", "production", "shooting", "filming", "cast", "story", "plot", "script",
    "pic", "movie", "documentary", "project", "the project", "series", "synopsis", "drama", "comedy", "who", "which",
    "action", "principal photography", "photography", "she", "he", "they", "director", "screenplay", "title", "lead",
    "the story", "the documentary", "the movie", "the series", "the drama", "the comedy", "the thriller", "the feature",
    "the pic", "the picture", "the short", "its", "his", "her", "one", "two", "three", "another", "everything", "all",
})  # fmt: skip
# "In TITLE, NAME tells the story of": what opens a sentence opens no title.
_LEADS_OFF = frozenset({
    "in", "with", "after", "for", "from", "at", "on", "by", "through", "meanwhile", "elsewhere", "also", "premiering",
    "world-premiering", "starring", "directed", "produced", "written", "following", "like", "unlike", "and", "but",
    "besides", "before", "since", "when", "while", "as", "once", "then", "director", "filmmaker", "actor", "actress",
    "producer", "screenwriter", "writer", "helmer",
})  # fmt: skip
_ENDS_IN_NAME = re.compile(r", (?:and )?[A-ZÀ-ÞĀ-Ž][\w’'-]+ (?:[\w’'-]+ ){0,2}[A-ZÀ-ÞĀ-Ž][\w’'-]+$")
_FULL_NAME = re.compile(r"(?P<given>[A-ZÀ-ÞĀ-Ž][\w’'-]+) (?=(?:[a-z]{2,3} ){0,2}(?P<surname>[A-ZÀ-ÞĀ-Ž][\w’'-]+))")
_COMPANY_ENDS = words("names", "company_ends")
_LONGEST_NAME = 4
_FAR = 20_000
_SHORT = 3


def cued_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, that what stands behind them tells to be a film's."""
    if language_of(document) != "en":
        return frozenset()
    text = document.text
    found: set[str] = set()
    surnames: frozenset[str] | None = None
    for hit in _BEHIND.finditer(text):
        if not hit.start() or not _LAST.match(text[hit.start() - 1]):
            continue
        span = title_before(document, hit.start())
        if span is None or not (title := without_rights(text[slice(*span)])):
            continue
        # "in the port of Le Havre on TITLE": a small word may lead up to the title, unless a sentence begins before.
        is_open = _LEADS_UP.search(title) and not _OPENS.search(text, max(0, span[0] - 3), span[0])
        is_partner = _PARTNER.search(text, max(0, span[0] - _LONGEST_LEAD), span[0])
        is_whose = _ALSO_PEOPLE.match(text, hit.start()) and _LIKE_A_NAME.fullmatch(title)
        if is_open or is_partner or is_whose:
            continue
        surnames = _surnames(text) if surnames is None else surnames
        if _may_be_title(title, surnames):
            found.add(fold(without_maker(title)))
    return frozenset(found)


def _may_be_title(title: str, surnames: frozenset[str]) -> bool:
    parts = title.split()
    name = fold(title)
    if fold(parts[0]) in _LEADS_OFF or " is " in title or _ENDS_IN_NAME.search(title):
        return False
    if name in _NOBODYS or not parts[0][0].isupper() or _is_firms(parts) or countries().code(title):
        return False
    if known_festival(title) or name in sections() or countries().code_of_demonym(title):
        return False
    if len(parts) == 1:
        is_plain = name in _PLAIN or title.isupper() or len(title) < _SHORT
        return not is_plain and title not in surnames
    is_someones = is_given_name(fold(parts[0])) or parts[-1] in surnames
    small = any(part[0].islower() for part in parts)
    return not (is_someones and len(parts) <= _LONGEST_NAME and not small)


def _is_firms(parts: list[str]) -> bool:
    return len(parts) > 1 and not _COMPANY_ENDS.isdisjoint(map(fold, (parts[0], parts[-1])))


def _surnames(text: str) -> frozenset[str]:
    """Give the surnames of those whom a page names in full."""
    return frozenset(hit["surname"] for hit in _FULL_NAME.finditer(text[:_FAR]) if is_given_name(fold(hit["given"])))
