"""Foreign titles in English prose: how far the lower-case words go with which they go on ("Rue des ombres")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.slot.english import is_english
from kg.extract.slot.given import is_given_name
from kg.extract.slot.headline import LONGEST_TITLE, QUOTES

if TYPE_CHECKING:
    from kg.extract.names import Names

__all__ = ["AFTER_FOREIGN", "AFTER_SURELY", "FOREIGN", "FOREIGN_ARTICLES", "before_alias", "goes_on_foreign"]

FOREIGN = words("names", "foreign_joins")
# Those that no English sentence has.
_ONLY_FOREIGN = FOREIGN - {"a", "o", "e", "y", "per", "die", "am", "on", "las", "los", "el", "la", "le", "de"}
# With these a title of a preposition ends.
_PRONOUNS = frozenset({"nous", "vous", "elles", "eux", "lui", "toi", "moi", "soi", "noi", "voi", "uns", "mich", "dich"})
_ENDS = _PRONOUNS | {"pas", "rien", "jamais"}
# Between a small word and a capital these still belong to a title.
_LINKS = frozenset({"de", "du", "des", "d'", "di", "da", "del", "della", "à"})
FOREIGN_ARTICLES = frozenset(
    {
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "il",
        "lo",
        "gli",
        "el",
        "los",
        "las",
        "der",
        "das",
        "una",
        "dans",
        "sur",
        "sous",
        "sans",
        "chez",
        "quand",
        "mes",
        "nos",
        "pas",
        "je",
        "tu",
        "c'est",
        "mon",
        "ton",
        "notre",
        "cette",
        "comme",
        "avec",
        "pour",
        "entre",
        "après",
        "avant",
        "tout",
        "tous",
        "toute",
        "toutes",
    }
)
# With these a title goes on behind a comma, in small letters: no English sentence does.
_BEHIND_COMMA = frozenset({
    "le", "la", "les", "l'", "une", "je", "j'", "tu", "mon", "ma", "mes", "ton", "ta", "nos", "il", "el", "los", "las",
    "der", "das", "una", "gli", "lo", "que", "qui", "mein", "meine", "mi", "mio", "mia", "dei", "del", "della",
    "tout", "toute",
})  # fmt: skip
_CLOSED = frozenset({"’", "'", "”", '"', "»"})
_AFTER_NAMES = words("names", "after_names")
_FOREIGN_WORDS = 3
_SMALL_ENGLISH = frozenset({"or", "more", "then", "also", "even", "here", "this", "with"})
_ENGLISH_ENDINGS = ("ing", "tion", "ness", "ship", "ly")
_OPENERS = words("small_titles", "openers") - {"in", "on", "at", "it", "by", "from", "for", "and", "or", "but", "as"}
_LONGEST_SMALL = 6
_GOES_ON = frozenset({
    "is", "was", "are", "were", "has", "had", "have", "will", "opens", "opened", "won", "wins", "stars", "tells",
    "follows", "premiered", "premieres", "screened", "received", "goes", "went", "comes", "came", "marks", "features",
    "centres", "scored", "took", "takes", "got", "gets", "makes", "made", "which", "who", "starring", "directed",
    "produced", "written", "also", "with", "by", "and",
})  # fmt: skip
_CLOSES = _GOES_ON | {",", ".", "(", ";", ":", "–", "-"}
# Plain words of reviews that begin sentences with a capital word before them: "Supporting turns by NAME".
_OF_REVIEWS = frozenset(
    {"turns", "credits", "performances", "roles", "parts", "actors", "shots", "scenes", "duties", "work"}
)
AFTER_FOREIGN = frozenset(
    {
        "(",
        ",",
        ".",
        "...",
        ")",
        "!",
        "?",
        '"',
        ";",
        ":",
        "by",
        "is",
        "and",
        "was",
        "–",
        "-",
        "has",
        "will",
    }
)
# What more may follow a title that begins with a foreign article.
AFTER_SURELY = frozenset({
    "to", "or", "in", "which", "that", "with", "from", "then", "who", "at", "on", "for",
    "began", "begins", "started", "starts", "wrapped", "wraps", "kicked", "kicks", "stars", "tells", "follows",
    "centres", "revolves", "marks", "continues", "received", "opens", "premiered", "won",
})  # fmt: skip


def before_alias(line: Names, at: int) -> int | None:
    """Give the end of a foreign title that is translated in brackets: "Luce che resta (lit. “Light That Stays”)"."""
    lower, n = line.tokens.lower, line.n
    for end in range(at + 2, min(n - 1, at + LONGEST_TITLE)):
        if lower[end] == "(" and line.tokens.words[end - 1] in _CLOSED:
            return None  # quotation marks tell where the title ends
        if lower[end] == "(":
            ahead = lower[end + 1 : end + 3]
            is_alias = any(word in ("lit", "lit.", "literally", "translated") or word in QUOTES for word in ahead)
            # "Finnish multihyphenate NAME (“TITLE”)" says what somebody made.
            is_name = any(line.capital[i] and is_given_name(lower[i]) for i in range(at, end - 1))
            return end if is_alias and not is_name else None
        if lower[end] in (".", ";", ":", '"') or (lower[end] in line.plain and lower[end] not in FOREIGN):
            return None
    return None


def goes_on_foreign(line: Names, at: int, end: int) -> int | None:
    """Give the end of the foreign words with which a title that begins at a token goes on, behind a comma too; or None.

    "Rue des ombres", "Irina, la valise rouge", and not "the Harbour scandal".
    """
    lower = line.tokens.lower
    if end == at + 1 and at and lower[at - 1] == "'s" and lower[at] in _OPENERS and lower[at] not in FOREIGN:
        return _small_end(line, end) or foreign_end(line, end, lower[at] in FOREIGN_ARTICLES)
    if lower[end] == "," and lower[end + 1 : end + 2] and lower[end + 1] in _BEHIND_COMMA and not line.capital[end + 1]:
        return foreign_end(line, end + 1, surely=True)
    foreign = foreign_end(line, end, lower[at] in FOREIGN_ARTICLES)
    is_plain = foreign is not None and FOREIGN.isdisjoint(lower[end:foreign]) and "".join(lower[end:foreign]).isascii()
    return None if is_plain and at and lower[at - 1] == "the" else foreign


def _small_end(line: Names, at: int) -> int | None:
    """Give the end of an English title that goes on in small letters behind its owner: "NAME’s Let love in"."""
    lower, end = line.tokens.lower, at
    while end < line.n and not line.capital[end] and _is_letters(lower[end]) and lower[end] not in _GOES_ON:
        end += 1
    return end if at < end <= at + _LONGEST_SMALL and (end == line.n or lower[end] in _CLOSES) else None


def foreign_end(line: Names, at: int, surely: bool = False) -> int | None:
    """Give the end of the lower-case words with which a foreign title goes on ("Rue des ombres"), or None.

    `surely` says that it begins with a foreign article: its words may then look English ("La question humaine").

    None of them is plain English, and what follows closes a name: a mark, the end, or a small English word.
    """
    lower, n = line.tokens.lower, line.n
    end = at
    after = AFTER_FOREIGN | AFTER_SURELY if surely else AFTER_FOREIGN
    most = _FOREIGN_WORDS + 4 * surely
    while end < n and end - at <= most and not line.capital[end] and _is_letters(lower[end]):
        small = lower[end] in _SMALL_ENGLISH or lower[end] in _AFTER_NAMES or lower[end] in _OF_REVIEWS
        if small or (lower[end] in line.plain and lower[end] not in FOREIGN and not _joins_foreign(line, end)):
            break
        most = max(most, _FOREIGN_WORDS + 2) if lower[end] in _ONLY_FOREIGN else most
        end += 1
    if surely and end - at == 1 and lower[at] in _PRONOUNS:
        return end  # "Chez nous"
    if end == at or end - at > most or all(word in line.plain and word in FOREIGN for word in lower[at:end]):
        return None
    if end < n and line.capital[end] and any(word in _ONLY_FOREIGN for word in lower[at:end]):
        return end + 1  # "Natale è sempre Natale"
    strange = any(word not in line.plain and word not in FOREIGN for word in lower[at:end])
    if end < n and strange and line.capital[end] and lower[end - 1] in _LINKS:
        return end + 1  # "Vieux manteaux de Lille"
    if end < n and lower[end].isdigit() and not "".join(lower[at:end]).isascii():
        return end + 1  # "Pont numéro 4"
    english = not surely and any(word.endswith(_ENGLISH_ENDINGS) for word in lower[at:end])
    if (lower[end - 1] in FOREIGN and not (surely and lower[end - 1] in _ENDS)) or english:
        return None
    closes = (end == n or lower[end] in after) and not (
        lower[end - 1].endswith("ed") and lower[end : end + 1] == ("by",)
    )
    # "La orilla enters the chart", "Otec a iní enters the chart"
    goes_on = not closes and strange and is_english(lower[end]) and (surely or lower[end].endswith("s"))
    return end if closes or (goes_on and not is_english(lower[end - 1])) else None


def _joins_foreign(line: Names, at: int) -> bool:
    """Tell whether "a" or "i" means "and", as before the second word of "Otec a synovia"."""
    if line.lower[at] not in ("a", "i") or at + 1 >= line.n or line.capital[at + 1]:
        return False
    after = line.lower[at + 1]
    return _is_letters(after) and not is_english(after) and after not in line.plain


def _is_letters(word: str) -> bool:
    return word.replace("'", "").replace("-", "").isalpha()
