"""Accepted matches as documents: one line of JSON each, and the claims that rest on its words."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.claim import Claim, Mention, Value
from kg.document import Document, Metadata
from kg.resolve.authority.match import accepted
from kg.resolve.authority.plain import one_line
from kg.resolve.identity import key_of
from kg.resolve.ledger import slug
from kg.vocabulary import address_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kg.extract.reading import Reading
    from kg.resolve.authority.match import Match

__all__ = ["EXTRACTOR", "authority_readings", "documents_and_claims", "readings_about", "words_of"]

EXTRACTOR = "authority/1"
_RULE = "accepted-match"
_KIND = "authority"


def documents_and_claims(matches: Iterable[Match]) -> tuple[tuple[Document, tuple[Claim, ...]], ...]:
    """Give a document for each accepted match, by id, with its claims.

    The claims are the identifier, and the authority's name where it is another than ours.
    """
    chosen = accepted(matches)
    counted = Counter(_plain_id(match) for match in chosen)
    made = [_document(match, counted[_plain_id(match)] > 1) for match in chosen]
    return tuple(sorted(made, key=lambda pair: pair[0].id))


def authority_readings(matches: Iterable[Match], claims: Iterable[Claim]) -> list[Reading]:
    """Give readings of the accepted matches about whom or what some claim speaks; others wait for such a claim."""
    chosen = accepted(matches)
    if not chosen:
        return []
    spoken_of = {
        key_of(end)
        for claim in claims
        if claim.extractor != EXTRACTOR
        for end in (claim.subject, claim.object)
        if isinstance(end, Mention) and end.type != "Item"
    }
    return readings_about(chosen, spoken_of)


def readings_about(matches: Iterable[Match], spoken_of: Collection[str]) -> list[Reading]:
    """Give readings of the accepted matches whose names are among the keys spoken of."""
    from kg.extract.coverage import cover
    from kg.extract.reading import Reading

    wanted = [match for match in accepted(matches) if key_of(match.mention) in spoken_of]
    return [
        Reading(document, _KIND, 1.0, EXTRACTOR, (), own, cover(document, own, {1: "read: accepted match"}))
        for document, own in documents_and_claims(wanted)
    ]


def words_of(claim: Claim) -> list[str]:
    """Give the words that a claim rests on; of an accepted match, what its JSON stands for."""
    if claim.extractor != EXTRACTOR:
        return [span.exact for span in claim.spans]
    try:
        return [str(json.loads(f'"{span.exact}"')) for span in claim.spans]
    except ValueError:
        return [span.exact for span in claim.spans]


def _plain_id(match: Match) -> str:
    host = urlsplit(match.service).hostname or "service"
    return f"authority/{host}/{slug(match.id) or _mark(match.id)}"


def _mark(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:10]


def _document(match: Match, shared: bool) -> tuple[Document, tuple[Claim, ...]]:
    """Write a match out; where several would have one id (a service in two languages), each adds a mark of its own."""
    name = one_line(match.name) or match.id
    mention = Mention(match.mention.type, match.mention.name)
    said = {
        "match": match.verdict,
        "type": mention.type,
        "mention": mention.name,
        "identifier": match.identifier,
        "name": name,
        "description": one_line(match.description),
        "types": ", ".join(one_line(f"{title} ({each})" if title else each) for each, title in match.types),
        "score": f"{match.score:.10g}",
        "service": match.service,
        "id": one_line(match.id),
        "asked": match.asked,
        "who": one_line(match.who),
        "when": match.when,
        "why": one_line(match.why),
    }
    text, places = "{", dict[str, tuple[int, int]]()
    for key, value in said.items():
        written = json.dumps(value, ensure_ascii=False)[1:-1]
        text += f'{", " if places else ""}"{key}": "'
        places[key] = (len(text), len(text) + len(written))
        text += f'{written}"'
    metadata = Metadata(
        title=name,
        publisher=urlsplit(match.service).hostname,
        address=address_of(match.identifier),
        published=match.asked[:10],
        note=f"accepted by {said['who']} on {match.when[:10]}: {said['why']}",
    )
    ident = f"{_plain_id(match)}-{_mark(*match.key)}" if shared else _plain_id(match)
    document = Document(ident, text + "}\n", metadata)

    def claim(predicate: str, key: str) -> Claim:
        spans = tuple(document.span(*places[each]) for each in ("mention", key))
        value = Value(said[key])
        return Claim(ident, None, mention, predicate, value, spans, EXTRACTOR, _RULE, as_of=match.asked[:10])

    claims = [claim("identifier", "identifier")]
    if key_of(Mention(mention.type, name)) != key_of(mention):
        claims.append(claim("alsoKnownAs", "name"))
    return document, tuple(claims)
