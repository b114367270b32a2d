"""Qualifiers in a reader's words: "season 2", "in France", "about 60"."""

from __future__ import annotations

__all__ = ["Qualifiers", "phrase"]

# What stands beside one statement, as sorted (key, value) pairs; a thing is named by its label.
Qualifiers = tuple[tuple[str, str], ...]

# {} is the value. Keys are the local names of the RDF properties; a key that is not here is shown as it is.
_PHRASES = {
    "work": "for {}",
    "of": "of {}",
    "count": "{} in number",
    "period": "{}",
    "position": "listed no. {}",
    "billing": "billed no. {}",
    "partPlayed": "as {}",
    "season": "season {}",
    "section": "{}",
    "number": "no. {}",
    "year": "in {}",
    "date": "on {}",
    "territory": "in {}",
    "share": "{} %",
    "open_list": "among others",
}


def phrase(qualifiers: Qualifiers) -> str:
    """Give the qualifiers of one statement as a phrase, in the order a person would say them; "" for none."""
    rest: dict[str, str] = {}
    for key, value in qualifiers:
        rest[key] = f"{rest[key]}, {value}" if key in rest else value
    if rest.pop("approximate", "") == "true" and "count" in rest:
        rest["count"] = "about " + rest["count"]
    if rest.get("open_list") == "false":
        del rest["open_list"]
    known = [_PHRASES[key].format(rest.pop(key)) for key in _PHRASES if key in rest]
    return ", ".join(known + [f"{key} {value}" for key, value in sorted(rest.items())])
