"""RDF as networks: the view graph, its projections, their measures, and where everything stands in a picture."""

from kg.network.betweenness import betweenness
from kg.network.community import communities, modularity
from kg.network.dispute import ASKED, Dispute, Side, difference
from kg.network.evidence import Evidence, Passage, Source
from kg.network.find import find
from kg.network.geography import country_map
from kg.network.graph import Fact, view_graph
from kg.network.hop import hops
from kg.network.layout import Places, lay_out, read_layout, write_layout
from kg.network.links import NETWORKS, Links, projection
from kg.network.measure import Measure, measures
from kg.network.network import Network
from kg.network.pairs import (
    Matrix,
    Pair,
    Partners,
    company_pairs,
    company_partners,
    countries_by_year,
    country_matrix,
)
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
from kg.network.rank import pagerank
from kg.network.survey import components, survey

__all__ = [
    "ASKED",
    "COMPANIES",
    "NETWORKS",
    "WORKS",
    "Dispute",
    "Evidence",
    "Fact",
    "Links",
    "Matrix",
    "Measure",
    "Network",
    "Pair",
    "Partners",
    "Passage",
    "Places",
    "Qualifiers",
    "Side",
    "Source",
    "backbone",
    "betweenness",
    "collaborators",
    "communities",
    "company_network",
    "company_pairs",
    "company_partners",
    "components",
    "countries_by_year",
    "country_map",
    "country_matrix",
    "country_network",
    "difference",
    "find",
    "home_countries",
    "hops",
    "lay_out",
    "measures",
    "modularity",
    "neighbourhood",
    "pagerank",
    "phrase",
    "projection",
    "read_layout",
    "short_paths",
    "survey",
    "view_graph",
    "write_layout",
]
