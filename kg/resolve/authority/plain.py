"""Text that strangers wrote, made fit to be shown on a screen and to stand on one line."""

from __future__ import annotations

import unicodedata

__all__ = ["one_line", "shown"]

# Controls, format characters (which reorder or hide what stands beside them), surrogates, line separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown(text: str, keep: str = "") -> str:
    r"""Give a text with every character that a screen would obey or hide as an escape: `\n`, `\x1b`, `\u202e`.

    Those in `keep` stay.
    """
    return "".join(
        char if char in keep or unicodedata.category(char) not in _UNSEEN else _escape(char) for char in text
    )


def _escape(char: str) -> str:
    return char.encode("unicode_escape", "backslashreplace").decode("ascii")


def one_line(text: str) -> str:
    """Give a text in NFC on one line: such characters become spaces, and runs of spaces one."""
    seen = (" " if unicodedata.category(char) in _UNSEEN else char for char in unicodedata.normalize("NFC", text))
    return " ".join("".join(seen).split())
