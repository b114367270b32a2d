"""Made-up names worked out from numbers: one number, one name, and no two numbers the same."""

from __future__ import annotations

__all__ = ["company_name", "person_name", "title"]

# Syllables of two letters that stay different when accents are folded, so that no two names fall together.
_LATIN = (
    "ba bé bi bo bu da dé di dø du fa fe fi fo fu ga ge gí go gu ha he hi ho hü ka ke ki kó ku la le li ło lu "
    "ma me mi mo mu na ñe ni no nu pa pe pi po pu ra re ři ro ru sa še si so su ta te ti to tu va ve vi vo vu"
)
_CYRILLIC = "ба бе би бо бу да де ди до ду ка ке ки ко ку ла ле ли ло лу ма ме ми мо му на не ни но ну"
_ARABIC = "با بو بي دا دو دي را رو ري سا سو سي لا لو لي ما مو مي نا نو ني كا كو كي"
_CHINESE = " ".join("安白春东方国海红江金兰林明南平青山石天文小雪云中")
_FIRST = (
    "Ada Bruno Clara Dario Elif Farid Greta Hugo Ines Jonas Katya Luca Mira Nils Olga Pavel Rosa Sven Tilda Ugo Vera "
    "Wanda Yann Zora"
)
_NOUNS = "River House Winter Garden Letter Island Mother Train Harbour Summer Witness Orchard Border Engine"
_SCRIPTS = {
    name: line.split()
    for name, line in (("latin", _LATIN), ("cyrillic", _CYRILLIC), ("arabic", _ARABIC), ("chinese", _CHINESE))
}
_NAMES = _FIRST.split()
_THINGS = _NOUNS.split()
_FORMS = (
    "The {noun} of {word}",
    "{word}",
    "{word}’s {noun}",
    "{noun}, {word}",
    "Last {noun} in {word}",
    "{word} {noun}",
)
_HOUSES = ("{word} Films", "{word} Productions", "{word} Pictures", "Studio {word}")


def title(number: int) -> str:
    """Give the title of a film."""
    form, noun = _FORMS[number % len(_FORMS)], _THINGS[number % len(_THINGS)]
    return form.format(noun=noun, word=_word(number, "latin"))


def person_name(number: int, script: str = "latin") -> str:
    """Give a person's name; `script` is latin, cyrillic, arabic or chinese."""
    if script == "latin":
        return f"{_NAMES[number % len(_NAMES)]} {_word(number, 'latin')}"
    return _word(number, script)


def company_name(number: int) -> str:
    """Give a company's name."""
    return _HOUSES[number % len(_HOUSES)].format(word=_word(number, "latin"))


def _word(number: int, script: str) -> str:
    """Write a number in syllables as digits; each length has its own numbers, so no word is another's."""
    syllables = _SCRIPTS[script]
    base, length = len(syllables), 2
    while number >= base**length:
        number -= base**length
        length += 1
    # A step that shares no divisor with the base keeps neighbours from looking alike.
    number = (number * (base * 7 + 1)) % base**length
    digits = []
    for _ in range(length):
        number, digit = divmod(number, base)
        digits.append(syllables[digit])
    return "".join(digits).capitalize()
