"""Networks as pages: one file each, with no request beyond it, where every link shows its sentence."""

from kg.view.single import company_view, country_view, film_view, path_view, person_view
from kg.view.theme import Theme, read_theme
from kg.view.view import View
from kg.view.whole import companies_view, countries_view, index_view
from kg.view.write import write_views

__all__ = [
    "Theme",
    "View",
    "companies_view",
    "company_view",
    "countries_view",
    "country_view",
    "film_view",
    "index_view",
    "path_view",
    "person_view",
    "read_theme",
    "write_views",
]
