"""Rows: questions for a spreadsheet or for nomenklatura, and the judgements that come back.

A spreadsheet's row has a first column `judgement` to be filled in: same, different or unsure; what is left empty stays
open. A row of nomenklatura is the JSON list [target, source, judgement, score, user, timestamp] on a line of its own;
ids are our local IRIs.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, cast

from kg.errors import BuildError
from kg.resolve.judgement import Judged, Judgement, Kind
from kg.resolve.verdict import RECIPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.resolve.review import Question

__all__ = ["COLUMNS", "from_csv", "from_nomenklatura", "to_csv", "to_nomenklatura"]

COLUMNS = (
    "judgement", "why", "left_type", "left_name", "left_document", "right_type", "right_name", "right_document",
    "score", "pattern", "reasons", "worth", "left_sentence", "right_sentence",
)  # fmt: skip
_ANSWERS = ("same", "different", "unsure")
_THEIRS = {"same": "positive", "different": "negative", "unsure": "unsure"}
_OURS = {theirs: ours for ours, theirs in _THEIRS.items()}
_OPEN = "no_judgement"
# A cell that begins so is a formula to a spreadsheet; an apostrophe in front makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(questions: Iterable[Question], sentence: Callable[[Judged], str]) -> str:
    """Give questions as CSV with a line of column names; `sentence` gives words in which a mention stands."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in questions:
        left, right, verdict = one.left, one.right, one.verdict
        row = [
            "", "", left.type, left.name, left.document or "", right.type, right.name, right.document or "",
            f"{verdict.score:.2f}", verdict.pattern, "; ".join(verdict.reasons), f"{one.worth:.2f}",
            sentence(left), sentence(right),
        ]  # fmt: skip
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def from_csv(text: str, where: str, *, who: str, when: str) -> list[Judgement]:
    """Read the rows in which a judgement was filled in.

    Raises BuildError that names the file and the line for a missing column or an unknown judgement; then none is taken.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=_delimiter(text))
    missing = [name for name in COLUMNS[:1] + COLUMNS[2:8] if name not in (reader.fieldnames or ())]
    if missing:
        raise BuildError(f"no column {missing[0]!r}", where=f"{where}:1", do="keep the columns of `kg review --export`")
    found = []
    for row in reader:
        kind = (row["judgement"] or "").strip().casefold()
        if not kind:
            continue
        line = f"{where}:{reader.line_num}"
        if kind not in _ANSWERS:
            raise BuildError(f"unknown judgement {kind!r}", where=line, do=f"one of {', '.join(_ANSWERS)}, or empty")
        left, right = _mention(row, "left"), _mention(row, "right")
        if not all((left.type, left.name, right.type, right.name)):
            raise BuildError("a name or type is empty", where=line, do="keep the columns of `kg review --export`")
        why = (row.get("why") or "").strip() or f"judged in {where}"
        found.append(Judgement(cast("Kind", kind), left, right, None, who, when, why, 0, _score(row), RECIPE))
    return found


def to_nomenklatura(questions: Iterable[Question], iri: Callable[[Judged], str]) -> Iterator[str]:
    """Give questions as lines of nomenklatura, without a judgement, the greater id first as it has them."""
    for one in questions:
        source, target = sorted((iri(one.left), iri(one.right)))
        row = [target, source, _OPEN, round(one.verdict.score, 4), None, None]
        yield json.dumps(row, ensure_ascii=False) + "\n"


def from_nomenklatura(
    text: str, where: str, mention: Callable[[str], Judged | None], *, who: str, when: str
) -> list[Judgement]:
    """Read lines of nomenklatura; `mention` gives the mention that an id is of.

    Raises BuildError that names the file and the line for a row that is none, an id that is not known, an unknown
    judgement; then none is taken.
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            target, source, judgement, score, user, stamp = (*json.loads(line), None, None)[:6]
        except (ValueError, TypeError) as error:
            raise BuildError("not a row of nomenklatura", where=place, do="mend or remove the line") from error
        if judgement == _OPEN:
            continue
        if judgement not in _OURS:
            raise BuildError(f"unknown judgement {judgement!r}", where=place, do=f"one of {', '.join(_OURS)}")
        left, right = mention(str(source)), mention(str(target))
        if left is None or right is None:
            unknown = source if left is None else target
            raise BuildError(
                f"nothing here has the id {unknown!r}", where=place, do="build the sources that it is from"
            )
        given = float(score) if isinstance(score, int | float) else None
        by, on = str(user or who), str(stamp or when)[:10]
        kind = cast("Kind", _OURS[judgement])
        found.append(Judgement(kind, left, right, None, by, on, f"judged in {where}", 0, given, RECIPE))
    return found


def _mention(row: dict[str, Any], side: str) -> Judged:
    kind, name, document = (_text(row.get(f"{side}_{part}")) for part in ("type", "name", "document"))
    return Judged(kind, name, document or None)


def _score(row: dict[str, Any]) -> float | None:
    try:
        return float(row.get("score") or "")
    except ValueError:
        return None


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value


def _text(value: object) -> str:
    text = str(value or "")
    return text[1:] if text.startswith("'") and text[1:2] and text[1:].startswith(_FORMULA) else text


def _delimiter(text: str) -> str:
    """Give the delimiter of the first line: spreadsheets of some countries write semicolons."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)
