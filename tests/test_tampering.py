"""`kg verify` reads everything afresh and notices whatever was tampered with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kg.read import read_sources
from kg.verify import verify

ROOT = Path(__file__).parent.parent


@pytest.fixture
def copy(seeds_built: Any, tmp_path: Path) -> Path:
    """The seeds and what was built from them, to tamper with."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(seeds_built.out, tmp_path / "exports")
    return tmp_path


def faults(copy: Path) -> str:
    return "\n".join(verify(read_sources([copy / "seeds"]), copy / "exports").faults)


def change_claim(copy: Path, change: Any) -> None:
    path = copy / "exports" / "claims.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    row = json.loads(lines[3])
    change(row)
    lines[3] = json.dumps(row, ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_what_was_built_is_proven_whole(copy: Path) -> None:
    verdict = verify(read_sources([copy / "seeds"]), copy / "exports")
    assert (verdict.proven, verdict.faults) == (verdict.claims, ())


@pytest.mark.parametrize("name", ["claims.jsonl", "film-graph.ttl", "evidence.trig", "layout.json", "manifest.json"])
def test_one_byte_more_in_an_export_is_noticed(copy: Path, name: str) -> None:
    with (copy / "exports" / name).open("ab") as file:
        file.write(b"x")
    assert name in faults(copy)


@pytest.mark.parametrize("name", ["claims.jsonl", "film-graph.ttl", "evidence.trig", "layout.json", "manifest.json"])
def test_an_export_that_is_gone_is_noticed(copy: Path, name: str) -> None:
    (copy / "exports" / name).unlink()
    assert name in faults(copy)


def test_a_word_changed_in_a_source_is_noticed(copy: Path) -> None:
    path = next((copy / "seeds").glob("001_*"))
    path.write_text(path.read_text(encoding="utf-8").replace("Lhermitte", "Lhermite"), encoding="utf-8")
    assert path.name in faults(copy)


def test_a_source_that_is_gone_is_noticed(copy: Path) -> None:
    next((copy / "seeds").glob("002_*")).unlink()
    assert "002_" in faults(copy)


def test_a_source_added_since_the_build_is_noticed(copy: Path) -> None:
    (copy / "seeds" / "new.txt").write_text("A film.", encoding="utf-8")
    assert "new.txt" in faults(copy)


def test_a_claim_with_another_name_is_noticed(copy: Path) -> None:
    change_claim(copy, lambda row: row["subject"].update(name="Somebody Else"))
    assert "claims.jsonl:4" in faults(copy)


def test_a_claim_with_its_id_made_to_fit_still_lacks_its_words(copy: Path) -> None:
    from dataclasses import replace

    from kg.claim import Claim, Mention

    path = copy / "exports" / "claims.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    index = next(i for i, line in enumerate(lines) if '"directed"' in line)
    forged = replace(Claim.from_json(lines[index]), subject=Mention("Person", "Somebody Else"))
    lines[index] = forged.to_json()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "'Somebody Else' does not stand in its words" in faults(copy)


def test_a_claim_with_a_moved_span_is_noticed(copy: Path) -> None:
    from dataclasses import replace

    from kg.claim import Claim
    from kg.document import Span

    path = copy / "exports" / "claims.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    claim = Claim.from_json(lines[0])
    moved = replace(claim, spans=(Span(claim.spans[0].start + 1, claim.spans[0].end + 1, claim.spans[0].exact),))
    path.write_text("\n".join([moved.to_json(), *lines[1:]]) + "\n", encoding="utf-8")
    assert "in the text" in faults(copy)


def test_a_torn_last_line_is_named(copy: Path) -> None:
    path = copy / "exports" / "claims.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    lines = path.read_text(encoding="utf-8").count("\n") + 1
    assert f"claims.jsonl:{lines}" in faults(copy)
