"""From a name as a person types it to a node of the view graph."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.resolve.name import loose

if TYPE_CHECKING:
    from collections.abc import Collection

    import networkx as nx

__all__ = ["find"]


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
    near = [key for key, known in names.items() if loose(name) in {loose(one) for one in known}]
    found = exact or near
    if len(found) == 1:
        return str(found[0])
    kind = " or ".join(sorted(types)) or "node"
    if found:
        raise UsageError(f"{len(found)} things are called {name!r}", do=f"say which: {', '.join(sorted(found))}")
    folded = {loose(one): known[0] for known in names.values() for one in known}
    near = [folded[one] for one in difflib.get_close_matches(loose(name), sorted(folded), n=3, cutoff=0.6)]
    hint = f"did you mean {' or '.join(dict.fromkeys(near))}?" if near else "see `kg query` for what is there"
    raise UsageError(f"no {kind} is called {name!r}", do=hint)
