"""Mistaken names: what stands where directors, titles and companies do in the trades' prose, and is none of them.

Left out before a sentence's other facts are bound to its film: "has pre-bought UK rights" names no film "UK rights".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import WORKS, End
from kg.extract.lexicon import words
from kg.extract.months import MONTHS
from kg.extract.names import fold
from kg.extract.news import main_ends
from kg.extract.record.fields import is_field
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact

__all__ = ["directs_somebody", "is_for_example", "titles_in_quotes", "without_mistaken"]

# A text with as many titles in quotation marks puts all of them there.
_SEVERAL = 3
_MARKS = ("“", '"', "‘", "'", "«")
_QUOTED = re.compile(
    r"“(?P<title>[A-ZÀ-Þ\d¡¿](?:[\w’':&!?.-]|[, ](?=[A-ZÀ-Þ\d]|"
    r"(?:a|an|the|of|in|on|to|and|for|with|from|at|by|de|la|le|du) )){1,60}),?”"
)
# What a title means stands in marks behind it, in texts too that put none around their titles: (lit. “Salt Harbour”).
_GLOSSED = re.compile(r"(?:\(|\blit\.|\bliterally)\s*$")
_FIRMS = frozenset({"Company", "PublicBody"})
# With these end what is bought and sold besides films, and what stands in capitals before a title in a headline.
_NO_TITLE = re.compile(
    r"\b(?:rights|slates?|line-?ups?|rosters?|deals?|titles|packages?|sales|territories)$|"
    r"\bslates? (?:unveiled|announced|revealed)$|"
    r"^(?:Interview|Interviewed|Review|Reviewed|Text|Words|Photos?|Report|Story)$|^(?:19|20)\d\d in (?=[A-ZÀ-Þ])|"
    r"^(?:Other|More|Further|Upcoming|Selected) (?:Projects|Films|Titles|Works|Series|Productions)$|"
    r"^(?:National|State|Royal) (?:Palace|Theatre|Theater|Opera|Gallery|Museum|Library|Concert Hall)\b"
)
# "He’s repped by NAME"
_NO_TITLE_BEGINS = re.compile(r"(?:He|She|They|It|We|I|You)[’'](?:s|re|m|ve|ll)\s")
_NO_FIRM = re.compile(
    r"^TV$|^(?:CEO|COO|MD|SVP|EVP|President|Founder|Head|Producer|Chairman|Chief)\s|\b(?:Documentary|Doc|Drama|Thriller|Comedy|Biopic|Feature|Pic|Movie|Series|Chiller|Romance)$"
)
# The trades open sentences with these, where others say "The film".
_NOUNS = frozenset({
    "pic", "film", "movie", "picture", "project", "docu", "feature", "title", "production", "story", "plot", "cast",
    "script", "shoot", "lensing", "series", "deal", "package", "helmer", "thesp", "pact",
    "el", "la", "los", "las", "il", "lo", "gli", "le", "les", "un", "una", "une", "der", "die", "das", "the",
})  # fmt: skip
_PEOPLE = frozenset({"Person"})
_FUNDERS = frozenset({"Company", "PublicBody", "Person"})
_FOREIGN_ARTICLES = frozenset({"les", "los", "las", "der", "das", "gli"})
_YEAR_WITH = re.compile(r"(?:19|20)\d\d(?: with|[’']s) (?=[A-ZÀ-Þ])")
_JOINED = re.compile(r"\b(?:[Jj]oin(?:ed|s|ing)?|left|leaving|worked (?:at|for)|working (?:at|for)|moved to) $")
_THEN_OWNS = re.compile(r"[’']s? ")
_APPOSED = re.compile(
    r"[”\"’]?(?: \[[^\]]*\])?, (?:an?|the|which) (?:[\w-]+ ){0,3}?"
    r"(?:co-?production|film|feature|drama|comedy|documentary)\b"
)
_CALLED_FIRM = re.compile(
    r", (?:an?|the|their|its|his|her) (?:[\w-]{1,20} ){0,5}(?:company|outfit|agency|label|banner|shingle|"
    r"distributor|start-up)\b(?! (?:production|film|project))"
)
_BROADCASTERS = frozenset({
    "Netflix", "Hulu", "Arte", "ARTE", "ZDF", "ARD", "SVT", "NRK", "DR", "BBC", "ITV", "HBO", "RAI", "Canal+", "TF1",
    "RTE", "RTBF", "VRT", "ORF", "SRF", "RTS", "NBC", "ABC", "CBS", "AMC", "FX", "Showtime", "Starz", "Amazon",
})  # fmt: skip
# "In a first sale of the Lakeside Film Festival, Sund Films has landed TITLE"
_FESTIVAL = re.compile(r"\bFilm(?: Festival|fest)\b$")
_LONGEST_WORD = 14
# "will start filming on Oct 15"
_DAY = re.compile(rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]{{0,6}}\.? \d{{1,2}}", re.IGNORECASE)
# "the script, signed by NAME"
_SCRIPT = re.compile(r"\b(?:script|screenplay|scenario|music|score),? (?:is |was )?$")
_EXECUTIVE = re.compile(r"\b[Ee]xec(?:utive)? producers?\b[^.;]*$")
_DEBUT = re.compile(r"\b(?:making|makes|in) (?:his|her|their) [\w\s-]{0,30}(?:debut|bow|role),? $")
_MAKING = re.compile(r"\b(?:post-?|pre-?)?production (?:with|on|of) (?:[\w-]+ ){0,4}$")
_LONGEST_PHRASE = 60
_TRADED = re.compile(r"\b(?:[Dd]istribution|[Ss]ales|[Rr]elease)\b[^.;]{0,45}$")
_PRODUCING_WITH = frozenset(
    {"is-producing", "producing-via-own-with-of", "producing-of-with-of", "producing-with-through"}
)
_CO_PRODUCING = re.compile(r"[^.;]{0,90}?\bco-?producing\b")
_LONGEST_LIST = 140
_SOMEBODY_CALLED = re.compile(
    r"\b(?:dad|father|mother|mum|mom|man|woman|boy|girl|teenager|teen|kid|child|son|daughter|wife|husband|friend|nurse|"
    r"brother|sister|doctor|soldier|cop|detective|dog|cat|robot|stranger|student|teacher|guy|youngster|baby|prisoner)"
    r"(?: who is)? (?:called|named|dubbed|nicknamed) $"
)
_OWNS_NEXT = re.compile(
    r"[’']s? (?:[a-z-]+ ){0,5}?(?:films?|feature|series|drama|comedy|documentary|debut|short|thriller|project) "
    r"[“\"‘]?[A-ZÀ-Þ]"
)
_OWNING = frozenset({"directors-title", "directors-work", "directors-title-goes", "directors-far-work"})
_OUTRIGHT = frozenset({"work-directed-by", "written-and-directed-both"})
_ADAPTED = re.compile(
    r"\b(?:adapted from|based on|inspired by|adaptation of|taken from) (?:(?:the|an?|his|her|this) )?(?:[\w-]+ ){0,3}"
    r"(?:by|of|from) $"
)
_LIKE = re.compile(
    r"\b(?:companies|distributors|studios|firms|players|outfits|labels|producers|sellers) (?:like|such as|including) "
    r"(?:[A-ZÀ-Þ][^.;:()]{0,40}(?:,|and) )?$"
)
_WITH_TITLE = frozenset({"masters-after-winner", "nations-director-comma-title", "director-and-known"})
_BY_TITLE = frozenset({"backing-the-film-by", "nation-director", "by-director"})
_IN_YEAR = re.compile(r", (?:19|20)\d\d[ )]")
# "Sund Film’s TITLE", of a company whose film it is
_OWNS_TITLE = re.compile(r"(?P<owner>[A-ZÀ-Þ][\w&.-]*(?: [A-ZÀ-Þ][\w&.-]*){1,4})[’']s (?=[A-ZÀ-Þ])")
_AUTHOR = re.compile(r"[,”\"’]* (?:author|novelist|songwriter|singer|playwright)\b")
_NICKNAMED = re.compile(r"\b(?:known as|dubbed|nicknamed|so-called|aka) (?:the )?[“\"‘]$")
_PLAYS_AS = re.compile(
    r" as (?:an?|the|his|her|their) "
    r"(?!(?:[\w-]+ )?(?:co-?|exec(?:utive)?|line|lead|associate)?[- ]?(?:producers?|partner))"
)
_FILMS_FROM = re.compile(r"\b(?:Films|Titles|Projects|Movies|Works|Productions|Documentaries|Shorts) $")
_INTERJECTIONS = frozenset(
    {"Yes", "No", "Well", "Indeed", "Alas", "Sure", "Oh", "True", "Hence", "Granted", "Surprise"}
)
_PLAYED = re.compile(r"\b(?:played|portrayed|performed|embodied|voiced|incarnated|interpreted) $")
# "NAME’s Sund Film"
_FIRM = re.compile(r"\w (?:Films|Pictures|Productions|Filmproduktion|Entertainment|Studios|Filmi)$|^\w+ Film$")
_HOUSE_OF = re.compile(
    r"\b(?:company|outfit|firm|label|banner|house|shingle|studio) (?:of|(?:run|owned|founded|headed|led|set up) by) "
    r"(?:the )?(?:[\w-]+ ){0,3}$"
)
_OWNER = re.compile(r"\w[’']s? $")
_LONGEST_OWNER = 3
_DIRECTED_SOMEBODY = re.compile(
    r",? (?:who )?(?:has |had )?directed (?:the |an? )?(?:actress|actor|actors|star|her|him|them)\b"
)
_OWNERS = re.compile(r"[’'](?:s\b|(?=\s))|\sand\s")
_OF_HOUSE = re.compile(r"\s(?:company|companies|outfit|house|firm|banner|label|arm|studio|team|partners?|slate)\b")
_ABOUT = re.compile(r"\babout (?:the |a |an )?$")
_STRANDS = frozenset({"Competition", "Panorama", "Forum", "Selection", "Official Selection", "Un Certain Regard"})
_NATURE = re.compile(
    r"\b(?:Mountains|Alps|Highlands|Islands|Valley|Peninsula|Desert|Forest|Coast|Lakes|National Park)$"
)
_IN_LAND = re.compile(r"\bin (?:the )?(?:[A-ZÀ-Þ][\w-]+[’']s? )?$")
_IN_PASSING = frozenset({"films-movie", "films-movie-told", "is-working-on-title"})
_OF_LISTS = frozenset({"brackets-distributor", "brackets-maker-from"})
_NAME_BEGINS = re.compile(r"(?<=[a-z,] )(?:Doc|Film|Drama|Series|Screen|Short|Documentary) $")
# "Ana Roth and Jo Berg", after a company whose producers they are.
_PAIR = re.compile(
    r"(?P<one>[A-ZÀ-Þ][\w’-]+)(?: [A-ZÀ-Þ][\w’.-]+){1,2} (?:and|&) (?P<two>[A-ZÀ-Þ][\w’-]+)(?: [A-ZÀ-Þ][\w’.-]+){1,2}"
)


def titles_in_quotes(document: Document) -> frozenset[str]:
    """Give the titles, folded, of a text that puts its titles in double quotation marks, as it does several times."""
    text = document.text
    found = {
        fold(hit["title"])
        for hit in _QUOTED.finditer(text)
        if not _GLOSSED.search(text, max(0, hit.start() - _LONGEST_WORD), hit.start())
    }
    return frozenset(found) if len(found) >= _SEVERAL else frozenset()


def _is_unquoted(document: Document, fact: Fact, quoted: frozenset[str]) -> bool:
    """Tell whether a fact names a title without marks where the text has its titles in `quoted` marks."""
    for end in main_ends(fact) if quoted else ():
        name = fold(_name(end, WORKS))
        if name and name not in quoted and document.text[max(0, end.first - 2) : end.first].strip()[-1:] not in _MARKS:
            return True
    return False


def without_mistaken(document: Document, facts: list[Fact], quoted: frozenset[str] = frozenset()) -> list[Fact]:
    """Leave out facts that take rights for a film, a town or studio for a director, or people for a title.

    `quoted` are the titles of a text that puts titles in quotation marks.
    """
    people = {fact.subject.first for fact in facts if fact.rule == "director-brackets" and _name(fact.subject, _PEOPLE)}
    # "by NAME (“OTHER TITLE”)": somebody, and no title with another one behind.
    facts = [fact for fact in facts if not (fact.rule == "title-with-alias" and fact.subject.first in people)]
    # "by NAME (FIRM), Nino from NAME": the next one of the list, and nobody who directed.
    works = {fact.object.first for fact in facts if fact.rule in _OF_LISTS}
    facts = [fact for fact in facts if fact.predicate != "directed" or fact.subject.first not in works]
    facts = [_of_firm(fact, facts) for fact in _without_weak(facts)]
    return [_without_year(fact) for fact in facts if not _is_mistaken(document, fact, quoted)]


def directs_somebody(document: Document, fact: Fact) -> bool:
    """Tell whether a fact takes it for a film that somebody directed an actor: "NAME, who directed the actress"."""
    return fact.predicate == "directed" and _DIRECTED_SOMEBODY.match(document.text, fact.subject.last) is not None


def is_for_example(document: Document, fact: Fact) -> bool:
    """Tell whether a company is named as one of many: "comedies released by companies like NAME and NAME"."""
    return bool(_name(fact.subject, _FIRMS)) and _LIKE.search(_before(document, fact.subject)) is not None


def _is_bare(firm: str) -> bool:
    """Tell whether a name has no word in the end that companies have: "Sund Films"."""
    return bool(firm) and fold(firm).split()[-1] not in words("names", "company_ends")


def _is_strand(name: str) -> bool:
    """Tell whether a name is a festival's and its competition's: "a Berlinale Competition title"."""
    festival, _, strand = name.partition(" ")
    return strand in _STRANDS and known_festival(festival) is not None


def _without_weak(facts: list[Fact]) -> list[Fact]:
    """Leave out who is said to direct a film in passing, where the sentence says outright who does."""
    sure = {
        (fact.object.what, fact.subject.what)
        for fact in facts
        if fact.predicate == "directed" and fact.rule not in _IN_PASSING and not fact.subject.is_open
    }
    films = {film for film, _ in sure}
    # "the new film by NAME after TITLE, TITLE": what he directed has a title.
    told = {fact.subject.first for fact in facts if fact.rule in _WITH_TITLE}
    facts = [fact for fact in facts if not (fact.rule in _BY_TITLE and fact.subject.first in told)]
    return [
        fact
        for fact in facts
        if fact.rule not in _IN_PASSING
        or fact.object.what not in films
        or (fact.object.what, fact.subject.what) in sure
        or fact.predicate != "directed"
    ]


def _of_firm(fact: Fact, facts: list[Fact]) -> Fact:
    """Give a film's owner as its company where the same sentence says who directed it: "FIRM’s TITLE, directed by"."""
    who = fact.subject.what
    if fact.rule not in _OWNING or fact.predicate != "directed" or not isinstance(who, Mention):
        return fact
    told = any(
        other.predicate == "directed" and other.rule in _OUTRIGHT and other.object.what in ("FILM", fact.object.what)
        for other in facts
    )
    if not told or is_given_name(fold(who.name).split()[0]):
        return fact
    return replace(fact, predicate="produced", subject=replace(fact.subject, what=Mention("Company", who.name)))


def _without_year(fact: Fact) -> Fact:
    """Give a fact whose title begins behind a year or a company: "broke through in 2013 with TITLE"."""
    return replace(fact, subject=_behind_year(fact.subject), object=_behind_year(fact.object))


def _behind_year(end: End) -> End:
    name = _name(end, WORKS)
    year = _YEAR_WITH.match(name)
    owner = _OWNS_TITLE.match(name)
    year = owner if owner and is_company_name(owner["owner"]) else year
    if year is None or not isinstance(end.what, Mention):
        return end
    return End(Mention(end.what.type, end.what.name[year.end() :]), end.first + year.end(), end.last)


def _is_mistaken(document: Document, fact: Fact, quoted: frozenset[str]) -> bool:
    if _is_unquoted(document, fact, quoted):
        return True
    maker, firm = _name(fact.subject, _PEOPLE), _name(fact.subject, _FIRMS)
    if fact.predicate == "directed" and maker and (fold(maker) in words("records", "towns") or _is_studio(maker)):
        return True
    if fact.predicate == "directed" and maker and _ABOUT.search(_before(document, fact.subject)):
        return True  # "NAME’s film “TITLE” about NAME’s monument"
    if is_for_example(document, fact):
        return True
    if fact.predicate in ("directed", "wrote") and maker and _ADAPTED.search(_before(document, fact.subject)):
        return True  # "a drama adapted from the story by NAME"
    if fact.predicate == "produced" and maker and _PLAYS_AS.match(document.text, fact.subject.last):
        return True  # "produced by FIRM with NAME as a detective"
    if fact.predicate == "directed" and maker and _JOINED.search(_before(document, fact.subject)):
        owns = _THEN_OWNS.match(document.text, fact.subject.last)
        # "She joined NAME’s Sund Film", and not "COMPANY joined NAME’s TITLE, a co-production of".
        return owns is not None and not _APPOSED.match(document.text, fact.object.last)
    if firm and (_NO_FIRM.search(firm) or _FESTIVAL.search(firm) or _is_strand(firm)):
        return True
    if fact.rule == "signed-by-somebody" and _SCRIPT.search(
        document.text, max(0, fact.first - _LONGEST_WORD), fact.first
    ):
        return True
    work = next((end for end in (fact.subject, fact.object) if _name(end, WORKS)), None)
    if fact.rule == "work-firms" and _IN_YEAR.match(document.text, fact.subject.last) and _is_bare(firm):
        return True  # "NAME (TITLE, 2007) was selected"
    if work and _AUTHOR.match(document.text, work.last):
        return True  # "as “Out of Salt” author NAME"
    if work and _NICKNAMED.search(_before(document, work)):
        return True  # "tells the life of NAME, known as the “Mother of Salt”"
    if work and is_given_name(_name(work, WORKS).split()[0]) and _DEBUT.search(_before(document, work)):
        return True  # "and, making her screen debut, NAME"
    if work and _name(work, WORKS).removeprefix("In ").casefold() in sections() and _name(work, WORKS)[:3] == "In ":
        return True  # "In East of the West, NAME vies for the prize"
    if work and _NATURE.search(_name(work, WORKS)) and _IN_LAND.search(_before(document, work)):
        return True  # "in Switzerland’s Jura Mountains"
    if work and fact.rule == "firm-received-for" and _ABOUT.search(_before(document, work)):
        return True  # "has received funding for his project about the Royal Museum"
    if fact.rule == "title-brackets-are" and is_given_name(fold(_name(fact.object, WORKS))):
        return True  # "Anna (NAME) is a nurse": a part
    if fact.rule == "from-debut-director" and _PLAYED.search(
        document.text, max(0, fact.first - _LONGEST_WORD), fact.first
    ):
        return True  # "Mona, played by newcomer NAME"
    if work and _name(work, WORKS).startswith("From ") and _FILMS_FROM.search(_before(document, work)):
        return True  # "Films From Partner Countries"
    if fact.rule == "is-called" and work and _SOMEBODY_CALLED.search(_before(document, work)):
        return True  # "a father called Anton"
    if fact.rule == "series-star" and work and _name(work, WORKS).endswith(" Shooting"):
        return True  # "European Shooting Star NAME"
    if work and _name(work, WORKS) in _INTERJECTIONS and document.text[work.last : work.last + 1] == ",":
        return True  # "Yes, NAME’s third film will be a thriller"
    if fact.rule == "title-possessive" and _OWNS_NEXT.match(document.text, fact.subject.last):
        return True  # "TITLE (FIRM), NAME’s fiction feature TITLE"
    if fact.rule == "with-title-presents" and _is_somebody(_name(fact.object, WORKS)):
        return True  # "who made TITLE with NAME, presents TITLE"
    if fact.rule == "cue-produced" and _EXECUTIVE.search(_before(document, fact.subject)):
        return True
    if fact.predicate == "directed" and maker and fold(maker).split()[0] in _FOREIGN_ARTICLES:
        return True  # "his debut, Les Ducs, whose hero NAME is"
    if fact.predicate == "funded" and _is_somebody(_name(fact.subject, _FUNDERS)):
        return True  # "support with screenwriting from NAME"
    if work and fact.rule == "discuss-title" and document.text[: work.first].endswith((" is about ", " are about ")):
        return True  # "The film is about Mona, a young nurse"
    if fact.rule == "films-movie-told" and _OF_HOUSE.match(document.text, fact.last):
        return True  # "NAME’s UK production company"
    if fact.rule == "title-went-to" and document.text[: fact.subject.first].endswith(" by "):
        return True  # "TITLE, sold by FIRM to"
    if fact.rule == "directors-far-work" and _OWNERS.search(document.text, fact.subject.last + 2, fact.object.first):
        return True  # "NAME’s TITLE and NAME’s drama TITLE"
    if fact.rule == "noun-director" and _HOUSE_OF.search(_before(document, fact.subject)):
        return True  # "Sund Films, the company of director NAME"
    if maker and known_festival(maker):
        return True  # "took part in Karlovy Vary’s East of the West"
    if work and fact.predicate == "directed" and known_festival(_name(work, WORKS)) and not _is_marked(document, work):
        return True  # "a follow-up to his Cannes winner, TITLE"
    if fact.rule == "mounted-by" and _TRADED.search(_before(document, fact.subject)):
        return True  # "distribution in French cinemas will be steered by NAME"
    if fact.rule in _PRODUCING_WITH and _is_co_producing(document, fact.subject):
        return True
    if fact.rule == "seen-in-known" and _MAKING.search(_before(document, fact.object)):
        return True  # "NAME is currently in post-production with TITLE"
    if any(_is_owned_firm(document, end) or _is_called_firm(document, end) for end in (fact.subject, fact.object)):
        return True
    if fact.rule == "quoted-stars" and maker and not is_given_name(maker.split()[0]):
        return True  # a company "boards" what it sells
    return any(_is_no_title(_name(end, WORKS)) or _is_end_of_name(document, end) for end in (fact.subject, fact.object))


def _is_somebody(name: str) -> bool:
    """Tell whether a fund is named as people are: a given name and one more word."""
    parts = name.split()
    return len(parts) == 2 and is_given_name(fold(parts[0])) and not is_company_name(name)


def _is_called_firm(document: Document, end: End) -> bool:
    """Tell whether what is taken for a title is called a company behind it: "have set up NAME, a new sales company"."""
    return bool(_name(end, WORKS)) and _CALLED_FIRM.match(document.text, end.last) is not None


def _before(document: Document, end: End) -> str:
    return document.text[max(0, end.first - _LONGEST_PHRASE) : end.first]


def _is_co_producing(document: Document, end: End) -> bool:
    """Tell whether somebody is named between "with" and "co-producing": "is producing with NAME co-producing"."""
    behind = _CO_PRODUCING.match(document.text, end.last)
    before = document.text[max(0, end.first - _LONGEST_LIST) : end.first]
    return behind is not None and before.rfind(" with ") > before.rfind("produc")


def _is_owned_firm(document: Document, end: End) -> bool:
    """Tell whether a title without marks is rather the company of whoever owns it: "NAME’s Sund Film are on board"."""
    name = _name(end, WORKS)
    owned = _OWNER.search(document.text, max(0, end.first - _LONGEST_OWNER), end.first) if _FIRM.search(name) else None
    return owned is not None and end.last - end.first == len(name)


def _is_end_of_name(document: Document, end: End) -> bool:
    """Tell whether a title is the end of a name that begins with a word for films: "Doc Society"."""
    is_work = bool(_name(end, WORKS)) and document.text[end.first : end.first + 1].isupper()
    return is_work and _NAME_BEGINS.search(document.text, max(0, end.first - _LONGEST_WORD), end.first) is not None


def _is_marked(document: Document, end: End) -> bool:
    """Tell whether a title stands in quotation marks."""
    return document.text[max(0, end.first - 1) : end.first] in _MARKS


def _is_studio(name: str) -> bool:
    return fold(name) in words("records", "studios")


def _is_no_title(title: str) -> bool:
    if fold(title) in _NOUNS or title in _BROADCASTERS or fold(title) in words("trade", "regions"):
        return True  # "Pic is produced by …", "a series for Arte directed by …"
    if ":" in title and is_field(title.partition(":")[0]):
        return True  # "Screenplay: NAME, based on …"
    pair = _PAIR.fullmatch(title)
    people = pair and is_given_name(fold(pair["one"])) and is_given_name(fold(pair["two"]))
    return bool(people or _NO_TITLE.search(title) or _NO_TITLE_BEGINS.match(title) or _DAY.fullmatch(title))


def _name(end: End, types: frozenset[str]) -> str:
    return end.what.name if isinstance(end.what, Mention) and end.what.type in types else ""
