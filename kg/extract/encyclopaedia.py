"""Encyclopaedic text: sentences that begin with a work's title and say what it is and who made it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, sort_claims
from kg.document import Item
from kg.extract.article.spelt import claims_once
from kg.extract.coverage import cover
from kg.extract.derive import pairs
from kg.extract.extractor import Extractor
from kg.extract.facts import End, Fact, thing
from kg.extract.names import Known, fold
from kg.extract.news import Sentence, read_phrases, sentences
from kg.extract.reading import Reading
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.english import is_english
from kg.extract.slot.fullname import spelt_in_full
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["EXTRACTOR", "definitions", "read_encyclopaedia"]

_NAME = "encyclopaedia/1"
# "(French: TITLE)", "– a co-production of Norway and Sweden –".
_ASIDE = r"(?:\s*[,;]?\s*\((?:[^()]|\([^()]*\))*\)|\s?[-–—]\s?an? [a-z](?:[^-–—.\n]|\w-\w){3,150}?[-–—])?"
_KNOWN_AS = (
    r"(?:\s*,\s*(?:(?:also|later|internationally|alternatively|sometimes|better|originally|formerly|re-)\s?)?"
    r"(?:known|released|titled|retitled|marketed|billed|called|a\.k\.a\.|aka|stylized|subtitled|originally|"
    r"or simply|or)\b"
    r"[^.]{0,160}?,)?"
)
_MADE = (
    "written|directed|produced|created|made|filmed|shot|released|distributed|animated|adapted|based|scripted|financed"
)
_VERB = (
    r"(?:\s+|(?<=[-–—]))(?:(?:is|was|will be)\s+(?:a|an|the|one of)\b"
    rf"|(?:is|was|were|has been)\s+(?:\w+ly\s+)?(?:co-?\s?)?(?:{_MADE})\b"
    r"|(?:also\s+)?(?:stars|starred|features|featured|has an? (?:\w+ )?cast)\b"
    r"(?!\s+(?:in|as|on|at|alongside|opposite)\b))"
)
# "TITLE, produced by NAME and directed by NAME, was released".
_CREDITED = rf"(?:\s*,\s(?:co-)?(?:{_MADE}|starring)\b[^\n.]{{3,160}},)?"
_SUBJECT = re.compile(
    rf"\s*[\"“‘']?(?P<title>[^\W_a-zß-ÿ][^\n]{{0,100}}?)[\"”’']?{_ASIDE}{_KNOWN_AS}{_CREDITED}(?={_VERB})"
)
# "Directed by NAME and written by NAME, TITLE stars …": where such an opening ends is told by what follows.
_LED = re.compile(
    r"\s*(?:(?:Co-)?(?:Directed|Written|Produced|Created|Animated|Based|Starring|Filmed|Shot|Adapted|Scripted|Set)\b|"
    r"An? (?:international |joint )?co-production\b)"
)
# "After a premiere at FESTIVAL, TITLE was released".
_WHEN = re.compile(
    r"\s*(?:After|Before|Following|Since|During|In|On|At|From|Upon)\s(?:[a-z]+|\d{4}|[A-Z][a-z]+ \d{4})"
    r"\b[^,.\n]{0,100},\s(?=[^\W_a-zß-ÿ])"
)
_COMMA = re.compile(r",\s+(?=[\"“‘']?[^\W_a-zß-ÿ])")
# Behind such an opening the sentence's subject is the title, whatever it does then.
_LED_SUBJECT = re.compile(
    r"[\"“‘']?(?P<title>[^\W_a-zß-ÿ][^\n,;.]{0,80}?)[\"”’']?"
    r"(?=\s+(?:is|was|were|has|had|stars?|starred|tells|told|became|began|premiered|won|received|marks?|marked|[a-z]{3,}s)\b)"
)
# "Directed by NAME and written by NAME, “TITLE”": all of it.
_LED_QUOTED = re.compile(r"[\"“](?P<title>[^\"“”\n]{1,80})[\"”]\s*$")
_NO_TITLE = re.compile(
    r"(?:the|this|that|these|both|his|her|its|a|an|each|another|it|he|she|they|in|on|as|after|while|when|there)"
    r"(?:\s+(?:film|films|movie|picture|series|documentary|short|cartoon|episode|feature|story|screenplay|script|"
    r"production|cast|director|soundtrack|music|dvd|sequel|first|second|third)\b.*)?$"
    r"|(?:unlike|like|with|directed by|written by|produced by|based on|despite|according to|originally|for|from|at|by|"
    r"during|since|although|because|to|of|its|following|released)\b.*",
    re.IGNORECASE,
)
# Of these, what a title may begin with: "From A to W", "To the Lighthouse".
_NO_LEAD = re.compile(r"(?:like|with|for|from|at|by|to|of|since|despite|originally)\b", re.IGNORECASE)
_LEAST = 2
_STARS = re.compile(r"\s+(?:also\s+)?(?:stars|features|has an? (?:\w+ )?cast)\b")
# "The Danish script was written by", "An anime adaptation was released", "on May 3 was released".
_COMMON = re.compile(r"(?:The|An?)\s(?:.*\s)?[a-zß-ÿ]+")
_SMALL = frozenset({"a", "an", "the", "to", "and", "of", "in", "on", "for", "or", "with", "at", "by", "from"})
# "backs two features", "TITLE, which was released": no subject ends so.
_NO_END = re.compile(
    r"\b(?:the|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|new|and|of|which|who|other|fiction)$"
)
# "Nine European features open", "Also out is the Danish film": counted films, and none by its title.
_COUNTED = re.compile(
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Several|Many|Some|More|Most)\s[A-ZÀ-Þ]\w+$"
)
_NUMBER = re.compile(r"\s\d{1,2}$")
_WORK = re.compile(
    r"\b(?:film|movie|documentary|series|anime|short|cartoon|feature|miniseries|drama|comedy|thriller|musical|western|"
    r"sitcom|animation|serial|melodrama|OVA|telefilm|co-production|featurette|mockumentary|biopic|romance|video|horror|"
    r"rockumentary|special|programme|program|pilot)\b"
)
_SERIES = re.compile(
    r"\b(?:television|TV|anime|web|drama|comedy|animated) series\b|\bminiseries\b|\bsitcom\b", re.IGNORECASE
)
_SENTENCES = re.compile(r"(?<=[.!?])(?<!\bBros\.)(?<!\bJr\.)(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)\s+(?=[A-ZÀ-Þ\"“])|\n+")
_PREDICATES = frozenset(
    {"directed", "wrote", "starredIn", "produced", "coProduced", "countryOfOrigin", "basedOn", "distributed", "created"}
)


def definitions(text: str) -> int:
    """Count the sentences that say of a title what it is or who made it; 0 unless the first does, and every third."""
    pieces = [piece for piece in _SENTENCES.split(text[:4000]) if len(piece.split()) > 3]
    found = [_subject(piece) for piece in pieces]
    count = sum(1 for one in found if one)
    return count if found and found[0] and 3 * count >= len(found) else 0


def _subject(sentence: str) -> str | None:
    """The title with which a sentence begins, where it goes on as an encyclopaedia's does."""
    if lead := _LED.match(sentence):
        return _led_subject(sentence, lead.end())
    when = _WHEN.match(sentence)
    found = _SUBJECT.match(sentence, when.end() if when else 0)
    if not found:
        return None
    title = _whole(found["title"].strip(" ,"))
    rest = sentence[found.end() :]
    defines = re.match(r"\s+(?:is|was|will be)\s+(?:a|an|the|one)\b", rest)
    if (
        _is_phrase(title)
        or (_COUNTED.match(title) and not defines)
        or _NO_END.search(title)
        or (defines and not _WORK.search(rest[:240]))
        or (not (defines or _STARS.match(rest)) and (_COMMON.fullmatch(title) or _NUMBER.search(title)))
        or len(title.split()) > 16
    ):
        return None
    return title


def _whole(title: str) -> str:
    """Give a title without the quotation mark and the bracket that closed one which a cut-off sentence began."""
    return title[:-1].rstrip("\"”’'") if title.endswith(")") and "(" not in title else title


def _led_subject(sentence: str, first: int) -> str | None:
    """The title behind an opening ("Directed by NAME and NAME, TITLE was …"): the first that can be the subject."""
    for comma in _COMMA.finditer(sentence, first):
        for subject in (_SUBJECT, _LED_SUBJECT, _LED_QUOTED):
            found = subject.match(sentence, comma.end())
            title = found["title"].strip(" ,") if found else ""
            if found and "," not in title and not _is_phrase(title):
                return title
    return None


def _is_phrase(title: str) -> bool:
    """Tell whether words before a verb are no title; "From A to W" is one where it has a capital behind each word."""
    if not _NO_TITLE.fullmatch(title):
        return False
    later = title.split()[1:]
    names = [word for word in later if word[:1].isupper()]
    return not (_NO_LEAD.match(title) and len(names) >= _LEAST and all(map(_is_small_or_name, later)))


def _is_small_or_name(word: str) -> bool:
    return not word.islower() or word in _SMALL


def read_encyclopaedia(document: Document, known: Known, confidence: float = 1.0) -> Reading:
    """Read encyclopaedic text; a sentence about "the film" is about the last title before it."""
    facts: list[Fact] = []
    rules: dict[int, str] = {}
    film: End | None = None
    surnames = {
        surname
        for surname, names in spelt_in_full(document, 0, len(document.text)).items()
        if len(names) == 1 and is_given_name(next(iter(names)).split()[0])
    }
    known = replace(known, surnames=known.surnames | frozenset(map(fold, surnames)))
    item = Item(document.id, 1, document.text.strip().split("\n")[0][:120], "article", None, ())
    for number in range(1, document.line_count + 1):
        first, last = document.line_span(number)
        if not document.text[first:last].strip():
            continue
        rules[number] = "read: sentence"
        for part in sentences(document, first, last):
            text = document.text[part.first : part.last]
            title = _subject(text)
            if title:
                start = document.text.index(title, part.first)
                kind = "Series" if _SERIES.search(text[:300]) else "Film"
                film = thing(title, kind, start, start + len(title))
                halves = [Sentence(part.first, start), Sentence(start + len(title), part.last)]
            else:
                halves = [part]
            if film:
                facts += [fact for half in halves for fact in _about(document, half, film, known)]
    claims = claims_once(document, _NAME, facts, {}, None)
    claims += pairs(claims)
    ordered = tuple(sort_claims(claims))
    return Reading(document, "encyclopaedia", confidence, _NAME, (item,), ordered, cover(document, ordered, rules), ())


def _about(document: Document, part: Sentence, film: End, known: Known) -> list[Fact]:
    """What a sentence says of one work; a body that produced it is a company only where its name says so."""
    title = film.what.name if isinstance(film.what, Mention) else ""
    own = replace(known, titles=known.titles | {fold(title)})
    found = read_phrases(document, "encyclopaedia", [part], own)
    facts = []
    for fact in found:
        if fact.predicate not in _PREDICATES:
            continue
        done = fact.filled({"FILM": film})
        if done is None or done.subject.what == done.object.what:
            continue
        maker = done.subject.what
        if done.predicate == "produced" and not (isinstance(maker, Mention) and _is_producer(maker)):
            continue
        facts.append(done)
    return facts


def _is_producer(maker: Mention) -> bool:
    """Tell whether who produced is somebody by the first name, or a company by its name: "New Harbour" is nobody's."""
    parts = maker.name.split()
    if maker.type == "Person":
        return is_given_name(parts[0])
    return is_company_name(maker.name) or (len(parts) >= _LEAST and all(is_english(part.casefold()) for part in parts))


def _certain(reading: Reading) -> Known:
    """The titles that are defined."""
    ends = [end for claim in reading.claims for end in (claim.subject, claim.object)]
    titles = {end.name for end in ends if isinstance(end, Mention) and end.type == "Film"}
    return Known(titles=frozenset(map(fold, titles)))


EXTRACTOR = Extractor("encyclopaedia", read_encyclopaedia, _certain)
