"""Delta: a store brought up to date by the statements that went and came, in a copy that shares what does not change.

RocksDB never writes again to a table that it has finished, so the copy has links to the tables and copies of the few
small files that grow. The store that people read stays as it is until the copy takes its place.
"""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

from kg.graph.exports import EVIDENCE, FILM_GRAPH
from kg.graph.store import HELD, fill_store, finish_store, load_exports, replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.graph.change import Difference
    from kg.graph.term import Quad

__all__ = ["renew_store"]

# Of RocksDB's files: those that are never written again, and those that belong to whoever has a store open.
_FINISHED = (".sst", ".blob")
_OWN = ("LOCK", "LOG")
# Above this share of a store's statements, filling it afresh costs less and leaves it in better order.
_MOST = 0.2


def renew_store(
    exports: Path, store: Path, difference: Difference, finish: Callable[[Path], None] = lambda _: None
) -> None:
    """Bring the store up to date with the exports, by what changed where that is known, else by filling it afresh.

    `finish` is called with the folder of what takes the store's place, before it does. Raises as
    `kg.graph.store.fill_store` does; what stood there then stays in place.
    """
    total = sum(difference.statements.values())
    few = _is_before(store, difference) and len(difference.gone) + len(difference.new) <= _MOST * total
    if not few:
        fill_store(exports, store, finish)
        return
    with replacing(store, finish) as fresh:
        try:
            _apply(exports, store, fresh, difference)
        except (OSError, RuntimeError):  # a file system without links, or a store that is damaged
            shutil.rmtree(fresh, ignore_errors=True)
            load_exports(fresh, exports)


def _is_before(store: Path, difference: Difference) -> bool:
    """Tell whether a store holds the exports that a difference leads from."""
    if difference.digests is None:
        return False
    try:
        held = json.loads((store / HELD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(held == {name: difference.digests[name] for name in (FILM_GRAPH, EVIDENCE)})


def _apply(exports: Path, store: Path, fresh: Path, difference: Difference) -> None:
    from pyoxigraph import Store

    _share(store, fresh)
    changed = Store(fresh)
    text = f"DELETE DATA {{ {_data(difference.gone)} }} ;\n" if difference.gone else ""
    text += f"INSERT DATA {{ {_data(difference.new)} }}" if difference.new else ""
    if text:
        changed.update(text)
    finish_store(changed, fresh, exports)


def _share(store: Path, fresh: Path) -> None:
    fresh.mkdir()
    for file in store.iterdir():
        if file.name.endswith(_FINISHED):
            os.link(file, fresh / file.name)
        elif not file.name.startswith(_OWN) and file.is_file() and not file.name.startswith(("labels.", "columns.")):
            shutil.copy2(file, fresh / file.name)


def _data(quads: Iterable[Quad]) -> str:
    """Give statements as SPARQL Update takes them, graph by graph."""

    def parts() -> Iterator[str]:
        before = ""
        for graph, subject, predicate, value in sorted(quads):
            if graph != before:
                yield ("} " if before else "") + f"GRAPH {graph} {{"
                before = graph
            yield f"{subject} {predicate} {value} ."
        yield "}" if before else ""

    return " ".join(parts())
