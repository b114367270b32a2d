"""From a name as a person types it to a node of the view graph."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

    import networkx as nx

__all__ = ["find", "fold"]


def fold(name: str) -> str:
    """Give a name without accents, capitals and doubled spaces, for comparing only."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.replace("’", "'").casefold().split())


def find(graph: nx.MultiDiGraph[str], name: str, types: Collection[str] = ()) -> str:
    """Give the key of the node called `name`: an IRI, a key ("film/kika"), a label or an alias.

    Capitals and accents are free where that leaves no doubt; `types` narrows to some classes. Raises UsageError
    for a name that nothing or several things have, naming what comes near.
    """
    nodes = {key: node for key, node in graph.nodes(data=True) if not types or node.get("type", "") in types}
    for key, node in nodes.items():
        if name in (key, node["iri"]):
            return str(key)
    names = {key: (node["label"], *node["aliases"]) for key, node in nodes.items()}
    exact = [key for key, known in names.items() if name == known[0]]
    loose = [key for key, known in names.items() if fold(name) in {fold(one) for one in known}]
    found = exact or loose
    if len(found) == 1:
        return str(found[0])
    kind = " or ".join(sorted(types)) or "node"
    if found:
        raise UsageError(f"{len(found)} things are called {name!r}", do=f"say which: {', '.join(sorted(found))}")
    folded = {fold(one): known[0] for known in names.values() for one in known}
    near = [folded[one] for one in difflib.get_close_matches(fold(name), sorted(folded), n=3, cutoff=0.6)]
    hint = f"did you mean {' or '.join(dict.fromkeys(near))}?" if near else "see `kg query` for what is there"
    raise UsageError(f"no {kind} is called {name!r}", do=hint)
