"""How things are asked for at a service: defaults, a file, options."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - tests say what their fixtures are

import pytest
from film_register import MANIFEST, WIKIDATA

from kg.errors import UsageError
from kg.resolve.authority.service import Service
from kg.resolve.authority.settings import Settings, options, read_settings, settings_for

REGISTER = Service("https://films.example.org/api", MANIFEST)


def written(folder: Path, text: str) -> Path:
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    return folder / "settings.toml"


def test_wikidata_has_types_and_properties_of_its_own() -> None:
    settings = settings_for(Service("https://w.example.org/", WIKIDATA))
    assert settings.types == {"film": "Q11424", "person": "Q5", "company": "Q43229"}
    assert settings.properties["film"] == {"director": "P57", "year": "P577", "country": "P495"}


def test_other_types_are_found_by_their_names() -> None:
    assert settings_for(REGISTER).types == {"film": "film", "person": "human"}


def test_other_services_get_no_properties() -> None:
    assert settings_for(REGISTER).properties == {}


def test_a_service_without_types_is_asked_without() -> None:
    assert settings_for(Service("https://x.org/", {**MANIFEST, "defaultTypes": []})).types == {}


def test_what_is_given_goes_before_defaults(tmp_path: Path) -> None:
    given = read_settings(written(tmp_path, '[types]\nfilm = "Q1"\n[properties.film]\nyear = "P1"\n'))
    settings = settings_for(Service("https://w.example.org/", WIKIDATA), given)
    assert (settings.types["film"], settings.types["person"]) == ("Q1", "Q5")
    assert settings.properties["film"] == {"year": "P1"}


def test_options_add_to_a_file() -> None:
    base = Settings({}, {"film": {"year": "P1"}})
    assert options(["film.director=P57"], base).properties == {"film": {"year": "P1", "director": "P57"}}


@pytest.mark.parametrize(
    "option", ["film", "film.director", "director=P57", "film.director=", "film.hue=P1", "pet.name=P1"]
)
def test_an_option_that_says_nothing_is_refused(option: str) -> None:
    with pytest.raises(UsageError):
        options([option])


@pytest.mark.parametrize(
    "text",
    ["[", "[pets]\n", "types = 3\n", "[types]\npet = 'Q1'\n", "[types]\nfilm = 3\n", "[properties]\nfilm = 3\n",
     "[properties.film]\ncolour = 'P1'\n", "[types]\nfilm = ''\n"],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match=r"."):
        read_settings(written(tmp_path, text))
