"""Verify: read sources and exports afresh and hold every claim against the words that it rests on."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.claim import Mention, Value, read_claims
from kg.errors import FilmgraphError
from kg.resolve.authority import authority_readings, words_of
from kg.vocabulary import check, countries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.claim import Claim
    from kg.document import Document
    from kg.read import Sources
    from kg.resolve.authority import Match

__all__ = ["Verdict", "verify"]

_WORD = re.compile(r"[^\W_]+")
_UNNAMED = re.compile(r"(?P<kind>[a-z ]+) by (?P<person>.+)")
_EDITION = re.compile(r"(?P<name>.+) (?P<year>\d{4})")
_PRINTED = {"alsoKnownAs": "name", "identifier": "identifier"}
_COMBINING = {"franco": "FR", "italo": "IT", "anglo": "GB", "hispano": "ES", "luso": "PT", "belgo": "BE"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many of the claims are proven, and a line for whatever is not."""

    proven: int
    claims: int
    faults: tuple[str, ...]


def verify(sources: Sources, out: Path, matches: Iterable[Match] = ()) -> Verdict:
    """Hold the exports in `out` against the documents of `sources`, and those that accepted `matches` make.

    Re-slices every span, hashes every file and claim anew, and demands that each name of a claim, or what its rule
    turns into it, stands in its spans.
    """
    documents = {document.id: document for document in sources.documents}
    unread: list[str] = []
    claims: list[Claim] = []
    try:
        claims = list(read_claims(out / "claims.jsonl"))
    except (FilmgraphError, OSError, UnicodeDecodeError) as error:
        unread.append(str(error))
    documents |= {reading.document.id: reading.document for reading in authority_readings(matches, claims)}
    faults = [*map(str, sources.problems), *_files(out, documents), *unread]
    proven = total = 0
    seen: set[str] = set()
    known = {claim.id for claim in claims}
    for claim in claims:
        total += 1
        found = _faults(claim, documents.get(claim.document), known)
        if claim.id in seen:
            found.append("stands twice")
        seen.add(claim.id)
        faults += [f"{claim.document}: claim {claim.id} ({claim.predicate}): {fault}" for fault in found]
        proven += not found
    return Verdict(proven, total, tuple(faults))


def _files(out: Path, documents: dict[str, Document]) -> list[str]:
    """Hold the files of a build against its manifest, and the manifest against the documents."""
    from kg.graph.manifest import check_manifest

    try:
        faults = list(check_manifest(out))
    except FilmgraphError as error:
        return [str(error)]
    try:
        manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
        digests = {row["id"]: row["sha256"] for row in manifest["documents"]}
    except (OSError, ValueError, KeyError, TypeError):
        return faults
    for ident, document in documents.items():
        if ident not in digests:
            faults.append(f"{ident}: not in the manifest: added since the build")
        elif digests[ident] != document.sha256:
            faults.append(f"{ident}: the text is not the one that was built from")
    faults += [f"{ident}: in the manifest, but gone" for ident in digests if ident not in documents]
    return faults


def _faults(claim: Claim, document: Document | None, known: set[str]) -> list[str]:
    if document is None:
        return ["its document is not among the sources"]
    try:
        check(claim)
    except FilmgraphError as error:
        return [error.what]
    wrong = [span for span in claim.spans if not document.holds(span)]
    if wrong:
        return [f"{span.start}:{span.end} is not {span.exact!r} in the text" for span in wrong]
    faults = [f"rests on {each}, which is no claim" for each in claim.rests_on if each not in known]
    words = " … ".join(words_of(claim))
    for end in (claim.subject, claim.object):
        if isinstance(end, Mention) and not _stands(end, words, claim, document):
            faults.append(f"{end.type} {end.name!r} does not stand in its words: {words!r}")
        elif isinstance(end, Value) and claim.predicate in _PRINTED and not _spelt(end.value, words):
            faults.append(f"the {_PRINTED[claim.predicate]} {end.value!r} does not stand in its words: {words!r}")
    return faults


def _stands(mention: Mention, words: str, claim: Claim, document: Document) -> bool:
    if mention.type == "Item":
        return mention.name == f"{document.id}#{claim.item if claim.item is not None else 1}"
    if mention.type == "Country":
        return _names_country(mention.name, words)
    if mention.type == "FestivalEdition":
        found = _EDITION.fullmatch(mention.name)
        return bool(found) and _names_edition(found["name"], found["year"], words, claim) if found else False
    unnamed = _UNNAMED.fullmatch(mention.name) if mention.type == "Work" else None
    if unnamed:
        kinds = (unnamed["kind"], *_KINDS.get(unnamed["kind"], ()))
        return any(kind in words.casefold() for kind in kinds) and _spelt(unnamed["person"], words)
    return _spelt(mention.name, words)


# Other words by which texts call what has no name of its own.
_KINDS = {
    "trilogy": ("saga", "diptych", "tetralogy", "series", "franchise", "cycle"),
    "comic book": ("manga", "comic", "graphic novel"),
}


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‘", "'")
    return " ".join(plain.split())


def _spelt(name: str, words: str) -> bool:
    """Tell whether a name stands in the words as printed, or word for word in order ("A and B Surname")."""
    if _fold(name) in _fold(words) or name in words.replace(".", ""):
        return True
    left = iter(_WORD.findall(_fold(words)))
    wanted = _WORD.findall(_fold(name))
    return len(wanted) > 1 and all(any(word == each for each in left) for word in wanted)


def _names_country(name: str, words: str) -> bool:
    look = countries()
    code = look.code(name)
    if look.code(words) == code or name in words:
        return True
    if any(look.code(word) == code for word in re.findall(r"[\w’'.-]+", words)):
        return True  # "Pays-Bas"
    codes = _trade_codes()
    if any(codes.get(word) == code for word in re.findall(r"[^\W_]+", words)):
        return True  # "(It-Cuba)"
    tokens = re.findall(r"[\w’'.]+", words)
    for size in (1, 2, 3, 4, 5):
        for at in range(len(tokens) - size + 1):
            phrase = " ".join(tokens[at : at + size]).strip(".")
            dotted = " ".join(tokens[at : at + size])
            if code in (
                look.code(phrase), look.code(dotted), look.code_of_demonym(phrase), _COMBINING.get(phrase.casefold()),
                look.code(phrase.removesuffix("'s").removesuffix("’s")),
            ):  # fmt: skip
                return True
    return False


def _trade_codes() -> dict[str, str]:
    from kg.extract.lexicon import lexicon

    table: dict[str, str] = lexicon("records")["codes"]
    return table


def _names_edition(name: str, year: str, words: str, claim: Claim) -> bool:
    from kg.extract.slot.festival import known_festival

    dated = year in words or (claim.as_of or "").startswith(year)
    if not dated:
        return False
    if _fold(name) in _fold(words):
        return True
    tokens = re.findall(r"\S+", words)
    return any(
        known_festival(" ".join(tokens[at : at + size]).strip(",.:|")) == name
        for size in range(1, 7)
        for at in range(len(tokens) - size + 1)
    )
