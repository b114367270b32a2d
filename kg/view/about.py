"""What each view is called on its tab, and what it says of itself."""

from __future__ import annotations

__all__ = ["ABOUT"]

# By the name that the page's address gives a view: (title, what it shows).
ABOUT = {
    "near": ("Neighbourhood", "One film, person, company or country, and what the documents link to it."),
    "paths": ("Connections", "How two things are connected, by the shortest ways that the documents give."),
    "countries": (
        "Countries",
        "Countries that make works together. A line is wider the more works; dashed where no work is named.",
    ),
    "collaborators": (
        "Collaborators",
        "Those who share works with one person, company or country; a line is wider the more they share.",
    ),
    "companies": (
        "Companies",
        "Who produces, sells, distributes and funds with whom: companies are linked where they share a work.",
    ),
    "all": ("Atlas", "Everything at once. Colour tells the country, shape the kind of thing."),
}
