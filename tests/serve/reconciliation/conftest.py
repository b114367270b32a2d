"""A small film register as a service: a store in memory, its names, and a server on this machine."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest
import uvicorn
from register import Site, ThreadDesk, film_store
from starlette.applications import Starlette

from kg.graph.labels import LABELS, Labels, write_labels
from kg.serve.reconciliation import routes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def film_labels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Labels]:
    path = tmp_path_factory.mktemp("register") / LABELS
    write_labels(film_store(), path)
    with Labels(path) as labels:
        yield labels


@pytest.fixture(scope="session")
def running_site(film_labels: Labels) -> Iterator[Site]:
    app = Starlette(routes=routes())
    app.state.labels, app.state.desk = film_labels, ThreadDesk(film_store())
    with socket.create_server(("127.0.0.1", 0)) as place:
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        thread.start()
        yield Site(f"http://127.0.0.1:{place.getsockname()[1]}", app.state.desk)
        server.should_exit = True
        thread.join()


@pytest.fixture
def site(running_site: Site) -> Site:
    running_site.desk.asked.clear()
    running_site.desk.error = Exception()
    return running_site
