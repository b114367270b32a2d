"""RDF as networks: the view graph, its projections, their measures, and where everything stands in a picture."""

from kg.network.dispute import ASKED, Dispute, Side, difference
from kg.network.evidence import Evidence, Passage, Source
from kg.network.find import find
from kg.network.geography import country_map
from kg.network.graph import Fact, view_graph
from kg.network.layout import Places, lay_out, read_layout, write_layout
from kg.network.measure import Measure, measures
from kg.network.network import Network
from kg.network.path import short_paths
from kg.network.projection import (
    COMPANIES,
    WORKS,
    backbone,
    collaborators,
    company_network,
    country_network,
    home_countries,
    neighbourhood,
)
from kg.network.qualifier import Qualifiers, phrase

__all__ = [
    "ASKED",
    "COMPANIES",
    "WORKS",
    "Dispute",
    "Evidence",
    "Fact",
    "Measure",
    "Network",
    "Passage",
    "Places",
    "Qualifiers",
    "Side",
    "Source",
    "backbone",
    "collaborators",
    "company_network",
    "country_map",
    "country_network",
    "difference",
    "find",
    "home_countries",
    "lay_out",
    "measures",
    "neighbourhood",
    "phrase",
    "read_layout",
    "short_paths",
    "view_graph",
    "write_layout",
]
