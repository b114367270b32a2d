"""Sessions of regional funds, line-ups told in passing and lists of prizes, each in an article’s midst."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract import read_all

HEAD = (
    "Danish films are on their way\nBy Anna Moe, 12 March 2019\n\nCOPENHAGEN: Danish producers have had a busy spring, "
    "and several productions have been started in the last weeks, as the national film body told us.\n\n"
)

TOLD = [
    ("Salt Harbour, which stars Anna Berg and Jo Lind, is about a ferry.", "Jo Lind starredIn Salt Harbour"),
    (
        "Sund Sales has taken on international rights to Marc Vidal's crime comedy Paper Boats (Les Bateaux) and to "
        "Ida Holm's animated sequel Red Moss 2.",
        "Sund Sales sold Red Moss 2",
    ),
    (
        "Anna Berg's project Salt Harbour (“Port de sel”) - set to star Nora Lind and begin shooting in October – is "
        "attracting attention.",
        "Nora Lind starredIn Salt Harbour",
    ),
    (
        "The producers of Salt Harbour, Haut Films and Ciné Deux, have opted for a block negotiation.",
        "Haut Films produced Salt Harbour",
    ),
    (
        "Marc Vidal has also received support for his project Chez elles that tells the story of a nurse.",
        "Marc Vidal directed Chez elles",
    ),
    (
        "Paper Boats is the new film by Marc Vidal, who rose to success with television series The Last Ferry.",
        "Marc Vidal directed The Last Ferry",
    ),
    (
        "Ida Holm of prize-winning Red Moss stars alongside Paul Crane, the breakout star of Ian Moss's Long Night.",
        "Ida Holm starredIn Red Moss",
    ),
    (
        "Holm's co-star is Paul Crane, who appeared in Cannes titles Cold Weather by Ian Moss in 2021, and Long Night "
        "from Ida Roux in 2018.",
        "Paul Crane starredIn Long Night",
    ),
    (
        "Sund Films and Beijing's Lantern Pictures inked what is only the second official France-China co-production, "
        'Marc Vidal\'s "Paper Boats," after a treaty was signed.',
        "Paper Boats countryOfOrigin China",
    ),
    (
        'Rolling in September, "Paper Boats" will be in Mandarin. UGC will distribute in France, Stellar in China.',
        "Stellar distributed Paper Boats China",
    ),
    (
        "Ida Holm will present the sequel to her musical Jeanne: The Early Days with Jeanne Grown, which features the "
        "same actress.",
        "Ida Holm directed Jeanne Grown",
    ),
    (
        "The new film by the Czech director Ivan Novak, Salt Harbour / Slaný přístav is based on a screenplay written "
        "by Jana Mala.",
        "Jana Mala wrote Salt Harbour",
    ),
    ("Jan Nowak’s Salt Harbour / Slaný přístav will open the festival.", "Jan Nowak directed Salt Harbour"),
    (
        "“Tomorrow Comes,” Dora Lind's story of three boys, is screening in Generation. Producer is Paul Reinhart's "
        "Kid Film, which is also handling sales.",
        "Paul Reinhart produced Tomorrow Comes",
    ),
    (
        "“Made In Port” is director Pavel Roux's story of an angry skinhead. Producer is Grupa Widaj, with sales "
        "handled by Skorpion Art.",
        "Skorpion Art sold Made In Port",
    ),
    (
        "El Puerto is directed by Paula Mark. She authored the script for Lake Tahoma (2008), which was screened.",
        "Paula Mark wrote Lake Tahoma",
    ),
    (
        "The producer Ada Salo is presenting two films, The Exit of the Cars and Lowercase Print, which were both "
        "directed by her collaborator Radu Jula.",
        "Radu Jula directed Lowercase Print",
    ),
    (
        "Red Moss is directed by Ida Holm. The film is produced by Clin Films (Beauvechain), Tu vas voir (France) and "
        "SNG Film (Netherlands).",
        "Tu vas voir produced Red Moss",
    ),
    (
        "The thriller Red Moss is directed by Ida Holm. It is co-produced by Umed (Ixelles) with Fair Play Productions "
        "(France).",
        "Fair Play Productions coProduced Red Moss",
    ),
    (
        "Our Salt [+see also: film review trailer film profile] – the second film by director Jan Novak – won.",
        "Jan Novak directed Our Salt",
    ),
    (
        "This will be the case for The Seed Generation, a science fiction production. Scope Sund will produce this "
        "feature film directed by Ida Holm.",
        "Scope Sund produced The Seed Generation",
    ),
    (
        "The forest theme is in effect for François Pirol, whose second feature film Tarantella Films will produce : "
        "Life in the Salt.",
        "Tarantella Films produced Life in the Salt",
    ),
    (
        "Nicolas Steel and Irys Productions have been granted €3,100,000 in production support for the director’s "
        "“L’enfant sale”, which will be shot in Luxembourg.",
        "Irys Productions produced L’enfant sale",
    ),
    (
        "The films include award-winning director Ari Folm for his Samson Film animated feature “Where Is Anna Lind?”.",
        "Samson Film produced Where Is Anna Lind?",
    ),
    (
        "Another director is Joachim Lafoss, whose 2008 film “Salt propriété” was co-produced by Tarantella Films.",
        "Tarantella Films coProduced Salt propriété",
    ),
    (
        "Adolf Assal gets to follow up his acclaimed “Salah” with new film “Hooked”.",
        "Adolf Assal directed Hooked",
    ),
    (
        "Other features include Red Tiger’s La Colline Salée, a drama written by Kess Tall and directed by Abder Sissa "
        "(€1.5m), Complètement Salé, written by Christel Hen and directed by Gilles Legad, from Bidi Productions "
        "(€1.5m), Restless, a drama written and directed by Elmar Iman for Wadi Films (€700,000).",
        "Bidi Productions produced Complètement Salé",
    ),
    (
        "Other features include Red Tiger’s La Colline Salée, a drama written by Kess Tall and directed by Abder Sissa "
        "(€1.5m), Complètement Salé, written by Christel Hen and directed by Gilles Legad, from Bidi Productions.",
        "Red Tiger produced La Colline Salée",
    ),
    (
        "A co-production by Juliette Films, French company Après la Pluie and Belgian firm Terra Salta, Red Moss by "
        "Ida Holm received €1.8 million.",
        "Après la Pluie produced Red Moss",
    ),
    (
        "Salt Harbour is directed by Jan Nowak. The cast includes Vincent Gras (An Officer and a Spy, The Brake).",
        "Vincent Gras starredIn An Officer and a Spy",
    ),
    (
        "“Mein Salz” by Jan Roth (CAB Productions, Lausanne / Pandora Film, Cologne) and “Mais” by Per Bron are on.",
        "Pandora Film produced Mein Salz",
    ),
    (
        "The debut “La petite” by Ida Holm and Vera Lund, featuring French film star Michel Bouq in the lead, is on.",
        "Michel Bouq starredIn La petite",
    ),
    (
        "Red Moss by Ida Holm is produced by Tarant Films with Jan Lund as a single private detective.",
        "Jan Lund starredIn Red Moss",
    ),
    (
        "“There Was Love” is a docu directed by Jola Dyle (who lensed Roland's recent feature “In Shadows”).",
        "Jola Dyle photographed In Shadows",
    ),
]

NOT_TOLD = [
    (
        "The film Red Moss is directed by Ida Holm. The committee has also decided to support the debut of Nora Lind.",
        "Nora Lind directed Red Moss",
    ),
    (
        "Red Moss is directed by Ida Holm. The next film by director Tom Berg also received support.",
        "Tom Berg directed Red Moss",
    ),
    ("European Shooting Star Ella Rump plays a role in the series FREDA.", "Ella Rump starredIn European Shooting"),
    ("Directed by Jan Buco, this comedy depicts a dad called Pierre.", "Jan Buco directed Pierre"),
    (
        "Red Moss by Ida Holm is produced by Tarant Films with Jan Lund as a single private detective.",
        "Jan Lund produced Red Moss",
    ),
    ("Stefan Haupt’s film “Sagra” about Antonio Gaudo’s monument will be shown.", "Antonio Gaudo directed Sagra"),
    ("Yes, Olivier Masset's third feature film will be a thriller.", "Olivier Masset directed Yes"),
    (
        "These are Chris Wagen’s fiction series Méga-Salt (€50,000, produced by Digital Vood), Lucía Verde’s fiction "
        "feature Campo (€60,000, Red Tiger).",
        "Lucía Verde directed Méga-Salt",
    ),
    (
        "Red Moss was produced by Scope Sund (Ixelles) and Gabler (France), directed and written by Nic Keit.",
        "Nic Keit directed Gabler",
    ),
]

PRIZES = """Salt Harbour wins the Lynx Awards 2013

The Belgian academy held its ceremony tonight in Brussels for the third Lynx Awards, hosted by Fabrizio Roux.

Best Director
Salt Harbour (Port de sel) – Joachim Laval

Best Screenplay, Original or Adapted
38 salines (One Salt) – Lucas Belmont, Ana Roth

BEST ACTOR
Olivier Gourd, The Minister

Best Cinematography
L'hiver salé (Salt Winter) – Hichame Alaouie

Best Short Film
Twelve Lakes – Maria Chob
"""

GUIDE = """Competition titles of the Sund festival

Our staff preview each of the titles, which this year include films from Anna Moe and Ida Holm.

All To Win (Fr)

Dir. Anna Moe
Nora Lind stars in this debut from Moe. Her co-star is Jo Berg, who appeared in Girls from Luc Dont in 2018. Olivier
Roux produces for Curio Films, with Ad Vita releasing in France.
Contact: Sund Sales

The Salt Kingdom (Fr)

Dir. Ida Holm
Holm opens the section with her second film. Nora Lind of Red Moss stars.
Contact: Lux Sales
"""


def told(text: str) -> set[str]:
    """Give the claims of a page as words, with the territory where they have one."""
    (reading,) = read_all([Document("page", text)])
    return {
        " ".join(
            str(word)
            for word in (
                claim.subject.name,
                claim.predicate,
                getattr(claim.object, "name", ""),
                claim.qualifiers.get("territory", ""),
            )
            if word
        )
        for claim in reading.claims
    }


@pytest.mark.parametrize(("sentence", "claim"), TOLD)
def test_a_sentence_tells(sentence: str, claim: str) -> None:
    assert claim in told(f"{HEAD}{sentence}\n")


@pytest.mark.parametrize(("sentence", "claim"), NOT_TOLD)
def test_a_sentence_does_not_tell(sentence: str, claim: str) -> None:
    assert claim not in told(f"{HEAD}{sentence}\n")


@pytest.mark.parametrize(
    "claim",
    [
        "Joachim Laval directed Salt Harbour",
        "Ana Roth wrote 38 salines",
        "Olivier Gourd starredIn The Minister",
        "Hichame Alaouie photographed L'hiver salé",
        "Maria Chob directed Twelve Lakes",
    ],
)
def test_prizes_are_read_whichever_side_the_people_stand_on(claim: str) -> None:
    assert claim in told(PRIZES)


@pytest.mark.parametrize("claim", ["Curio Films produced All To Win", "Ad Vita distributed All To Win France"])
def test_an_entry_goes_on_about_its_own_film(claim: str) -> None:
    assert claim in told(GUIDE.replace("Olivier\nRoux", "Olivier Roux"))


def test_an_earlier_film_of_an_entry_is_not_its_own() -> None:
    assert "Curio Films produced Girls" not in told(GUIDE)
