"""The requests of the W3C's tests of the SPARQL Protocol and of the Graph Store Protocol are answered as expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from dataset import fill
from exchange import replay
from manifest import params, read_tests

if TYPE_CHECKING:
    from manifest import Test
    from serving import Served


@pytest.mark.parametrize("test", params(read_tests("protocol/manifest.ttl")))
def test_the_sparql_protocol_is_kept(endpoint: Served, test: Test) -> None:
    fill(endpoint, test.graph, test.node)
    replay(endpoint, test)


@pytest.mark.parametrize("test", params(read_tests("graph-store-protocol/manifest.ttl")))
def test_the_graph_store_protocol_is_kept(endpoint: Served, test: Test) -> None:
    replay(endpoint, test)
