"""A worker: one process that runs what people ask on its own opening of the store, on each lane one thing at a time.

A lane is a thread with a socket of its own; the first is the main thread. The process can be killed at any moment: a
reader holds nothing that others need, and a write is there whole or not at all. It ends itself when the server that
started it has gone. Run as `python -m kg.serve.worker`, which finds the sockets by the numbers in its argument.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import FilmgraphError, QueryError, UsageError
from kg.serve.frame import pack, receive
from kg.serve.limits import Limits, Source
from kg.serve.reply import Reply, problem, problem_of, unacceptable

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.serve.answer import Answer

__all__ = ["Desk", "main"]

_STACK = 2 << 20  # bytes, of each lane but the first; the guard lets no query through that needs more


def main() -> None:
    """Answer frames until there are no more."""
    settings = json.loads(sys.argv[1])
    source = Source(**settings["source"] | {"store": Path(settings["source"]["store"])})
    limits = Limits(**settings["limits"])
    lanes = [socket.socket(fileno=number) for number in settings["lanes"]]
    os.dup2(2, 1)  # whatever is printed goes where messages go
    threading.stack_size(_STACK)
    _bound(limits.memory + _STACK * len(lanes))  # what is set aside for stacks counts, and is hardly used
    _leave_with(settings["parent"])
    try:
        desk = Desk(source, limits)
    except FilmgraphError as error:
        lanes[0].sendall(pack({"what": error.what, "where": error.where, "do": error.do}))
        return
    _run(desk, "ASK {}", source.base, "", "", ([], []))  # what the first question needs is imported before it comes
    threads = [threading.Thread(target=_serve, args=(desk, lane), daemon=True) for lane in lanes[1:]]
    for thread in threads:
        thread.start()
    numbers = [threading.get_native_id(), *(thread.native_id for thread in threads)]
    lanes[0].sendall(pack({"ready": numbers, "worked": time.thread_time()}))
    _serve(desk, lanes[0])


def _serve(desk: Desk, lane: socket.socket) -> None:
    """Answer the frames of one lane, one after another, until the server has gone."""
    incoming = lane.makefile("rb")
    try:
        while True:
            head, body = receive(incoming)
            try:
                reply, short = desk.answer(head, body), False
            except MemoryError:
                reply, short = problem(503, "it takes more memory than it may", do="ask for less"), True
            head = {"status": reply.status, "headers": reply.headers, "worked": time.thread_time(), "short": short}
            lane.sendall(pack(head, reply.body))
    finally:
        os._exit(0)  # also where no memory is left to answer with: a lane that is silent would be waited for


class Desk:
    """A store, opened, and what is done with it; `shut` is a scratch dataset that failed to write."""

    def __init__(self, source: Source, limits: Limits) -> None:
        from kg.graph.namespace import Namespaces
        from kg.graph.store import open_store
        from kg.serve.scratch import open_scratch

        self.source, self.limits = source, limits
        self.store: Any = open_scratch(source.store) if source.scratch else open_store(source.store)
        self.shut = False
        self.prefixes = dict(Namespaces(source.base).prefixes)
        # Who asks a built graph need not declare what it declares; a scratch dataset knows nothing but the standard.
        self.known = {} if source.scratch else self.prefixes

    def reopen(self) -> None:
        """Open a scratch dataset anew: once it could not write to the disk, it takes no change any more.

        Raises OSError where there is still no room; it can then be read.
        """
        from kg.graph.store import open_store
        from kg.serve.scratch import open_scratch

        self.store = None  # its lock goes with it
        try:
            self.store = open_scratch(self.source.store)
        except UsageError as error:
            self.store = open_store(self.source.store)
            raise OSError(error.what) from None
        self.shut = False

    def has_graph(self, iri: str) -> bool:
        """Tell whether the store has a graph of this name."""
        from pyoxigraph import NamedNode

        try:
            return bool(self.store.contains_named_graph(NamedNode(iri)))
        except ValueError:
            return False

    def answer(self, head: dict[str, Any], body: bytes) -> Reply:
        """Do what a frame asks, in the words of HTTP; raises MemoryError, and nothing else that leaves a process."""
        try:
            return _TASKS[head["task"]](self, head, body)
        except FilmgraphError as error:
            return problem_of(error)
        except MemoryError:
            raise
        except Exception as error:  # the text of others' errors is all that can be told
            return problem(500, f"failed: {type(error).__name__}: {str(error)[:300]}")


def _sparql(desk: Desk, head: dict[str, Any], body: bytes) -> Reply:
    """Answer a request to `/sparql`."""
    from kg.serve.asked import Asked, asked_of, unwritten

    asked = asked_of(head, body)
    if not isinstance(asked, Asked):
        return asked
    if asked.update:
        if not head["writes"]:
            return unwritten(scratch=desk.source.scratch)
        using = {"using": asked.values("using-graph-uri"), "using_named": asked.values("using-named-graph-uri")}
        return _write(desk, {"action": "update", "base": head["base"], **using}, asked.text.encode("utf-8"))
    format_ = asked.values("format")
    dataset = (asked.values("default-graph-uri"), asked.values("named-graph-uri"))
    reply = _run(desk, asked.text, head["base"], head["accept"], format_[0] if format_ else "", dataset)
    return Reply(reply.status, {**reply.headers, "Vary": "Accept"}, reply.body)


def _query(desk: Desk, head: dict[str, Any], body: bytes) -> Reply:
    """Run a query that a page asks."""
    return _run(desk, body.decode("utf-8"), head["base"], head["accept"], "", ([], []))


def _run(desk: Desk, text: str, base: str, accept: str, format_: str, graphs: tuple[list[str], list[str]]) -> Reply:
    """Run a query of somebody's, on the dataset that the graphs (default, named) make up where there are any."""
    from pyoxigraph import NamedNode, QueryTriples

    from kg.query.engine import syntax_error
    from kg.query.guard import Permit, guard
    from kg.serve.accept import GRAPHS, TABLES, chosen
    from kg.serve.answer import write_graph, write_table

    # In a scratch dataset a graph that is not there is an empty one, as it is for default-graph-uri.
    has = (lambda _: True) if desk.source.scratch else desk.has_graph
    guard(text, "query", Permit(has, frozenset(desk.source.services)))
    dataset: dict[str, Any] = {}
    if any(graphs):
        try:
            dataset["default_graph"] = [NamedNode(iri) for iri in graphs[0]]
            dataset["named_graphs"] = [NamedNode(iri) for iri in graphs[1]]
        except ValueError as error:
            raise QueryError(f"a graph of the dataset is no IRI: {error}", where="request") from None

    def run() -> Any:
        try:
            return desk.store.query(text, base_iri=base, prefixes=desk.known, **dataset)
        except SyntaxError as error:
            raise syntax_error(str(error), text, "query") from None

    try:
        found = run()
    except (OSError, ValueError, RuntimeError) as error:
        return _failed(error)
    graph = isinstance(found, QueryTriples)
    forms = GRAPHS if graph else TABLES
    form = chosen(format_, accept, forms)
    if form is None:
        return unacceptable("a graph" if graph else "a table", forms)
    first: list[Any] = [found]

    def again() -> Any:
        return first.pop() if first else run()

    try:
        answer = (
            write_graph(again, form, desk.limits, desk.prefixes) if graph else write_table(again, form, desk.limits)
        )
    except (OSError, ValueError, RuntimeError) as error:
        return _failed(error)
    return _sent(answer, graph=graph)


def _failed(error: Exception) -> Reply:
    """Give what is SPARQL and cannot be carried out: 422, that 400 may mean what is no SPARQL."""
    if isinstance(error, FilmgraphError):
        raise error
    return problem(422, f"failed: {str(error)[:300]}", where="query", do="ask in another way")


def _sent(answer: Answer, *, graph: bool) -> Reply:
    headers = {"Content-Type": answer.content_type}
    if not answer.cut:
        return Reply(200, headers, answer.body)
    # 206 as RFC 9110, 14.4 has it for any unit of range: nobody takes this for a whole answer.
    unit = "triples" if graph else "rows"
    last = f"0-{answer.kept - 1}" if answer.kept else "0-0"
    headers |= {"Content-Range": f"{unit} {last}/*", "Filmkg-Cut": f"after {answer.cut}"}
    return Reply(206, headers, answer.body)


def _call(desk: Desk, head: dict[str, Any], body: bytes) -> Reply:
    """Run a function of our own on the store."""
    from kg.serve.trusted import TRUSTED

    del body
    return Reply(200, {}, TRUSTED[head["name"]](desk.store, *head["arguments"]))


def _write(desk: Desk, head: dict[str, Any], body: bytes) -> Reply:
    """Change a scratch dataset, or read a graph of it."""
    from kg.serve import scratch

    changes = head["action"] not in ("get", "head")
    try:
        if changes and desk.shut:
            desk.reopen()
        return scratch.do(desk.store, head, body, desk.limits, desk.prefixes)
    except OSError as error:
        desk.shut = desk.shut or changes
        return problem(507, f"it cannot be kept: {str(error)[:300]}", do="nothing was changed; is the disk full?")


_TASKS: dict[str, Callable[[Desk, dict[str, Any], bytes], Reply]] = {
    "ping": lambda *_: Reply(204),
    "sparql": _sparql,
    "query": _query,
    "call": _call,
    "scratch": _write,
}


def _bound(memory: int) -> None:
    """Let the process take no more memory than this, where the system can be told (Linux, mostly).

    RLIMIT_DATA counts what is written to; the address space of a store on disk is far larger and costs nothing.
    """
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return


def _leave_with(parent: int) -> None:
    """End this process when its parent has gone, also in the middle of a query.

    Linux does it at once, whatever the engine is at; elsewhere we look now and then.
    """
    if sys.platform == "linux":
        import ctypes
        import signal

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(0)
    threading.Thread(target=_look_for, args=(parent,), daemon=True).start()


def _look_for(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


if __name__ == "__main__":
    main()
