"""Names as somebody types them: capitals, accents and the kind of apostrophe aside."""

from __future__ import annotations

import unicodedata

__all__ = ["loose"]


def loose(name: str) -> str:
    """Give what a typed name is compared by: "noee abita" is "Noée Abita". For finding, never for merging."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())
