"""Networks as pages: one file each, with no request beyond it, where every link shows its sentence."""

from kg.view.write import write_company_view, write_film_view, write_person_view, write_views

__all__ = ["write_company_view", "write_film_view", "write_person_view", "write_views"]
