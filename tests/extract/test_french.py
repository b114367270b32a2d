"""French listings, articles and names: invented items in the words of the French trade press."""

from __future__ import annotations

import pytest

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.listing.page import EXTRACTOR
from kg.extract.names import Known, Names
from kg.extract.roundup.page import read_roundup
from kg.extract.token import tokenise
from kg.vocabulary import countries

SHOOT = "12/06/2021 | Production | Financement | France"
REVIEW = "12/06/2021 | Films | Critiques | France"
NEWS = "12/06/2021 | Festivals | Prix | France"
PAGE = (
    "France\n\n1534 articles disponibles au total à partir du 23/05/2002. Dernier article publié le 31/07/2021.\n\n"
    "{}\n\n{}\n\n{}\n\nPolitique de confidentialité pour les pages de ce site"
)
SMALL_WORDS = (
    "\n\nLa page est en français, et le dit dans les mots que les phrases ont avec elles pour être des phrases."
)


def told(headline: str, teaser: str, tag: str = SHOOT) -> set[str]:
    plain = headline.removeprefix("Interview : ")
    page = PAGE.format(f"{plain}\n\n{headline}", teaser, tag)
    reading = EXTRACTOR.read(Document("pages/x.txt", page), Known(), 1.0)
    return {
        f"{claim.subject.name} {claim.predicate} {claim.object.name}"
        if isinstance(claim.object, Mention)
        else f"{claim.subject.name} {claim.predicate} {claim.object.value}"
        for claim in reading.claims
        if isinstance(claim.subject, Mention) and isinstance(claim.object, (Mention, Value))
    }


def told_by(teaser: str, tag: str = REVIEW) -> set[str]:
    """What a teaser tells of the film Marée basse."""
    return told("Critique : Marée basse", teaser, tag)


def prose(text: str) -> set[tuple[str, str, str]]:
    head = "Solveig Maréchal tourne La Digue\n\nSolveig Maréchal tourne La Digue, son deuxième long métrage. "
    reading = read_article(Document("page.txt", f"{head}{text}\n"), Known())
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


def names(kind: str, text: str) -> set[str]:
    document = Document("page.txt", text + SMALL_WORDS)
    line = Names(tokenise(document, 0, len(text)))
    return {
        name
        for at in range(line.n)
        for best in [max(line.candidates(kind, at), key=lambda each: each[-1], default=None)]
        if best is not None and best[-1] > 0
        for name, _, _ in best[1]
    }


@pytest.mark.parametrize(
    ("headline", "facts"),
    [
        ("Tournage en juin pour Les Fripons de Karim Laporte", {"Karim Laporte directed Les Fripons"}),
        ("Tournage en juin pour Les Fripons de Karim Laporte", {"Les Fripons stage pre-production"}),
        ("Tournage en Bretagne pour Les Fripons de Karim Laporte", {"Les Fripons stage shooting"}),
        ("Clap de fin pour Les Fripons de Karim Laporte, avec sa sœur", {"Les Fripons stage wrapped"}),
        ("Ça tourne pour Les Fripons !", {"Les Fripons stage shooting"}),
        ("Le tournage des Fripons démarre à Gand", {"Fripons stage shooting"}),
        ("Le tournage du prochain film d'Ida Solberg, Marée basse, a commencé", {"Ida Solberg directed Marée basse"}),
        ("Marc Aubin tourne L'Huissier de Karim Laporte", {"Marc Aubin starredIn L'Huissier"}),
        ("Marc Aubin tourne L'Huissier de Karim Laporte", {"Karim Laporte directed L'Huissier"}),
        ("Ida Solberg passe au long-métrage avec Marée basse", {"Ida Solberg directed Marée basse"}),
        ("Ida Solberg en plein tournage de Marée basse", {"Marée basse stage shooting"}),
        ("Ida Solberg dirige Marc Aubin dans Marée basse", {"Marc Aubin starredIn Marée basse"}),
        ("Ida Solberg tourne le mystérieux Marée basse", {"Ida Solberg directed Marée basse"}),
        ("Marée basse, le premier film d'Ida Solberg, est lancé", {"Ida Solberg directed Marée basse"}),
        ("Marée basse, d'Ida Solberg, sortira en Suisse", {"Ida Solberg directed Marée basse"}),
        ("Marée basse, nouveau défi pour Ida Solberg", {"Ida Solberg directed Marée basse"}),
        ("Karim Laporte et Marc Aubin au générique de Marée basse", {"Marc Aubin starredIn Marée basse"}),
        ("Lune Films monte à bord de Marée basse d'Ida Solberg", {"Lune Films sold Marée basse"}),
        ("Le Festival d'Angers s'ouvre avec Marée basse d'Ida Solberg", {"Ida Solberg directed Marée basse"}),
        ("La Belgique envoie Marée basse dans la course aux Oscars", {"Marée basse describedIn pages/x.txt#1"}),
    ],
)  # fmt: skip
def test_a_headline_says_who_makes_which_film(headline: str, facts: set[str]) -> None:
    assert facts <= told(headline, "Une histoire de phare et de brouillard dans un port du Nord")


def test_a_return_leaves_the_film_to_the_teaser() -> None:
    facts = told(
        "Le retour d'Ida Solberg", "La cinéaste démarrera le 2 mai le tournage de Marée basse, avec Marc Aubin"
    )
    assert "Ida Solberg directed Marée basse" in facts


def test_what_a_film_is_called_by_is_no_title() -> None:
    facts = told(
        "Le premier film d'Ida Solberg en postproduction", "Marée basse, produit par Lune Films, se passe au port"
    )
    assert {"Ida Solberg directed Marée basse", "Lune Films produced Marée basse"} <= facts


def test_an_article_is_no_title() -> None:
    facts = told(
        "Le film d'horreur Vodnar, inspiré d'un mythe, est en fabrication",
        "Le film fait partie d'un projet appelé Varia, une coproduction de la région",
    )
    assert not any(fact.startswith("Le describedIn") for fact in facts)


def test_a_headline_of_a_shoot_names_its_film_behind_any_verb() -> None:
    facts = told("Ida Solberg aligne les Chroniques du port", "Deux marins se croisent dans un chantier depuis lundi")
    assert "Ida Solberg directed Chroniques du port" in facts


def test_a_headline_ends_in_who_makes_the_film_of_the_teaser() -> None:
    facts = told(
        "Une nuit blanche pour Ida Solberg", "Le réalisateur de Guy et moi a commencé lundi Marée basse, avec lui"
    )
    assert "Ida Solberg directed Guy et moi" in facts


def test_a_prize_in_a_town_has_no_film_of_its_name() -> None:
    facts = told("Ida Solberg Prix d'honneur à Soleure", "La réalisatrice recevra son trophée dans la ville", NEWS)
    assert not any(fact.startswith("Soleure describedIn") for fact in facts)


def test_who_wrote_it_with_the_director_is_not_in_it() -> None:
    facts = told_by("Ida Solberg signe l'un de ses meilleurs films, coécrit avec Karim Laporte")
    assert "Karim Laporte starredIn Marée basse" not in facts


def test_a_film_is_named_before_what_it_is() -> None:
    facts = told("Une voix au port", "Il y a eu des archives pour Marée basse, documentaire produit par Lune Films")
    assert "Lune Films produced Marée basse" in facts


def test_a_body_has_no_film() -> None:
    facts = told("Interview : Ida Solberg • Créatrice de la Fabrique", "Comment découvrir des talents ?", NEWS)
    assert not any(" created " in fact for fact in facts)


def test_a_list_of_films_names_each_with_its_maker() -> None:
    facts = told(
        "Le festival du port dévoile sa compétition",
        "Douze titres, dont Marée basse d'Ida Solberg et L'Huissier de Karim Laporte, sont en lice",
        "12/06/2021 | Festivals | France",
    )
    assert {"Ida Solberg directed Marée basse", "Karim Laporte directed L'Huissier"} <= facts


def test_a_land_with_its_article_is_no_title() -> None:
    facts = told("La Belgique remporte deux prix", "Les films du pays ont séduit le jury de la ville", NEWS)
    assert not any(fact.startswith("La Belgique describedIn") for fact in facts)


def test_somebody_who_is_named_to_a_post_is_no_film() -> None:
    facts = told("Karim Laporte remporte le prix de la critique", "Le réalisateur a été fêté hier soir à Namur", NEWS)
    assert not any(fact.startswith("Karim Laporte describedIn") for fact in facts)


def test_words_of_the_trade_make_no_title() -> None:
    facts = told("L'automne du cinéma belge remporte la mise", "Une vingtaine de films sont attendus", NEWS)
    assert not any(" describedIn " in fact for fact in facts)


def test_where_a_film_is_shown_is_no_part_of_its_title() -> None:
    facts = told("Deux prix pour Marée basse au Festival d'Angers", "Le film d'Ida Solberg a séduit le jury", NEWS)
    assert "Marée basse describedIn pages/x.txt#1" in facts


@pytest.mark.parametrize(
    ("teaser", "fact"),
    [
        ("Les têtes d'affiche du 6ème long métrage d'Ida Solberg sont deux chiens", "Ida Solberg directed Marée basse"),
        ("Ida Solberg s'amuse des manies d'un port", "Ida Solberg directed Marée basse"),
        ("Premier long métrage très maîtrisé du Danois Ola Holm", "Ola Holm directed Marée basse"),
        ("Adaptation du roman de Karim Laporte par Ida Solberg", "Ida Solberg directed Marée basse"),
        ("Un vaudeville où brillent Karim Laporte et Marc Aubin", "Marc Aubin starredIn Marée basse"),
        ("Karim Laporte est magnifique en père de famille", "Karim Laporte starredIn Marée basse"),
        ("L'histoire d'un phare, racontée avec brio par Ida Solberg", "Ida Solberg directed Marée basse"),
        ("Karim Laporte impressionne dans le premier film d'Ida Solberg", "Karim Laporte starredIn Marée basse"),
        ("Un drame porté par l'interprétation intense de Karim Laporte", "Karim Laporte starredIn Marée basse"),
        ("Au générique de ce drame figurent Karim Laporte et Marc Aubin", "Marc Aubin starredIn Marée basse"),
        ("Un drame interprété par deux acteurs : Karim Laporte et Marc Aubin", "Marc Aubin starredIn Marée basse"),
        ("Ida Solberg filme un gardien de phare (Karim Laporte) et son chien", "Karim Laporte starredIn Marée basse"),
        ("Une fable que la cinéaste a écrite avec Karim Laporte", "Karim Laporte wrote Marée basse"),
        ("Un drame coproduit par la RTBZ et par les Belges de Lune Rousse", "Lune Rousse coProduced Marée basse"),
        ("Un drame produit par Piquet et Hermine Films", "Piquet produced Marée basse"),
        ("Un drame dont les ventes internationales sont pilotées par Lune Films", "Lune Films sold Marée basse"),
        ("La coproduction entre la France et le Kazakhstan est un polar", "Marée basse countryOfOrigin Kazakhstan"),
    ],
)  # fmt: skip
def test_a_teaser_tells_of_its_film(teaser: str, fact: str) -> None:
    assert fact in told_by(teaser)


@pytest.mark.parametrize(
    "teaser",
    [
        "Une fable que la cinéaste a écrite avec Karim Laporte",
        "Entretien avec Karim Laporte autour d'un phare",
    ],
)
def test_not_everybody_is_in_the_cast(teaser: str) -> None:
    assert "Karim Laporte starredIn Marée basse" not in told_by(teaser)


def test_whoever_signs_the_music_is_no_director() -> None:
    assert "Karim Laporte directed Marée basse" not in told_by("Un drame dont la musique est signée Karim Laporte")


def test_an_earlier_film_is_named_before_its_director() -> None:
    facts = told(
        "Une bergère face aux loups",
        "Remarqué avec Sel gris, Karim Laporte tourne Marée basse, son deuxième long métrage",
    )
    assert "Karim Laporte directed Sel gris" in facts


def test_a_series_is_called_so_in_french() -> None:
    page = PAGE.format("Ida Solberg tourne Marée basse", "La cinéaste parle de sa première série dans ce port", SHOOT)
    reading = EXTRACTOR.read(Document("pages/x.txt", page), Known(), 1.0)
    assert Mention("Series", "Marée basse") in {claim.subject for claim in reading.claims}


def test_roles_are_spelt_with_a_hyphen_too() -> None:
    facts = told(
        "Interview : Ida Solberg et Karim Laporte • Réalisatrice et co-réalisateur de Marée basse",
        "Ils parlent de leur film dans les mots les plus simples",
        NEWS,
    )
    assert "Karim Laporte directed Marée basse" in facts


def test_films_are_not_screened_at_prizes() -> None:
    facts = told(
        "Les César sacrent Marée basse", "Le film d'Ida Solberg est le meilleur", "24/02/2021 | César 2021 | France"
    )
    assert not any("screenedAt" in fact for fact in facts)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("La réalisatrice présente Vermeil à Locarno", "Vermeil"),
        ("qui produit Tessons de Karim Laporte", "Tessons"),
        ("son premier long métrage Celles qui partent a ému", "Celles qui partent"),
    ],
)
def test_a_title_in_small_letters_ends_where_the_sentence_goes_on(text: str, title: str) -> None:
    assert title in names("title", text)


@pytest.mark.parametrize(
    "text",
    [
        "Le nouveau film raconte tout",
        "produit par Bruine et les autres",
        "une aide de 50 000 euros chacun",
        "Tiré du roman de la mer",
        "produit avec les Suisses, qui sont là",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert not names("title", text)


def test_a_thing_of_somebodys_is_no_title() -> None:
    assert "Adaptation du roman" not in names("title", "Adaptation du roman de Karim Laporte")


def test_a_part_is_not_of_the_title() -> None:
    assert "Brunehaut dans Les Mérovingiens" not in names("title", "elle sera Brunehaut dans Les Mérovingiens")


def test_adjectives_stand_between_what_a_film_is_and_its_title() -> None:
    assert "Vodnar" in names("described", "tourne le film d'horreur folklorique Vodnar")


def test_firms_of_a_list_are_two() -> None:
    assert {"Piquet", "Hermine Films"} <= names("companies", "Piquet et Hermine Films")


def test_an_elided_article_joins_the_name_of_a_firm() -> None:
    assert "Trait d'Union Films" in names("company", "Trait d'Union Films")


def test_nobody_begins_with_an_article() -> None:
    assert "La Belle Époque" not in names("people", "La Belle Époque")


@pytest.mark.parametrize(("word", "code"), [("équatorienne", "EC"), ("danoises", "DK"), ("kazakhe", "KZ")])
def test_french_demonyms(word: str, code: str) -> None:
    assert countries().code_of_demonym(word) == code


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "Le film a le soutien d'Eurimonde, de Pictacentre et de Wallonage.",
            ("Wallonage", "funded", "La Digue"),
        ),
        (
            "La distribution dans les salles françaises sera assurée par Étoile du Nord.",
            ("Étoile du Nord", "distributed", "La Digue"),
        ),
        (
            "Complètent le casting Karim Laporte et la jeune Inès Tabarly.",
            ("Inès Tabarly", "starredIn", "La Digue"),
        ),
        (
            "Voici le nouveau film du cinéaste belge Benoît Marais (Cow-Girl, Le Facteur), Saint Hubin, tourné à Gand.",
            ("Benoît Marais", "directed", "Saint Hubin"),
        ),
        (
            "Voici le nouveau film du cinéaste belge Benoît Marais (Cow-Girl, Le Facteur), Saint Hubin, tourné à Gand.",
            ("Benoît Marais", "directed", "Cow-Girl"),
        ),
        (
            "Karim Benali vient de clôturer le tournage de Ressac, son premier long métrage.",
            ("Karim Benali", "directed", "Ressac"),
        ),
        (
            "Le film sortira via Lune Films en Belgique et Tandem Bleu en France.",
            ("Tandem Bleu", "distributed", "La Digue"),
        ),
        (
            "Le film a le soutien du Centre du Cinéma et de l'Image.",
            ("Centre du Cinéma et de l'Image", "funded", "La Digue"),
        ),
        ("On y voit Karim Laporte (remarqué dans Le Facteur).", ("Karim Laporte", "starredIn", "Le Facteur")),
        ("Il y a la série Minuit, créée par Willem Wallens.", ("Willem Wallens", "created", "Minuit")),
        ("Lune Films le sortira en Belgique en octobre.", ("Lune Films", "distributed", "La Digue")),
        (
            "C'est à Ostende que Karim Benali a planté ses caméras pour Phare, un thriller.",
            ("Karim Benali", "directed", "Phare"),
        ),
        ("La photographie est assurée par Inès Tabarly.", ("Inès Tabarly", "photographed", "La Digue")),
        (
            "Sirocco Films a également produit Les Vents contraires de Karim Benali.",
            ("Sirocco Films", "produced", "Les Vents contraires"),
        ),
        (
            "La semaine a un documentaire de Karim Benali intitulé Au bord.",
            ("Karim Benali", "directed", "Au bord"),
        ),
        (
            "En haut de l'affiche figure Gisèle de Patrick Chêneau avec Isabelle Hubert et Karim Laporte.",
            ("Karim Laporte", "starredIn", "Gisèle"),
        ),
        (
            "Waldner sort en effet sur 302 copies Les Âmes vertes d'Yves Angelot.",
            ("Waldner", "distributed", "Les Âmes vertes"),
        ),
        (
            "Les aides vont à Nachtuur de Karim Benali (Studio Graaf/Lune Films, 30 000 euros).",
            ("Lune Films", "produced", "Nachtuur"),
        ),
    ],
)
def test_running_french_prose(sentence: str, fact: tuple[str, str, str]) -> None:
    assert fact in prose(sentence)


def test_a_list_of_grants_in_french_names_the_firms() -> None:
    page = (
        "Le fonds flamand soutient deux projets\n\nLes films sont les suivants et ils ont une aide de la région.\n\n"
        "La liste est longue et la région a choisi Vijf Liedjes de Karim Jonkers (Mind Menders/Lune Films) hier soir.\n"
    )
    reading = read_article(Document("page.txt", page), Known())
    produced = {(c.subject, c.object) for c in reading.claims if c.predicate == "produced"}
    assert (Mention("Company", "Mind Menders"), Mention("Film", "Vijf Liedjes")) in produced


def test_a_kind_in_brackets_stands_before_the_director() -> None:
    page = (
        "L'avance sur recettes du mois\n\nLa commission a choisi les films que voici, et ils sont dans la liste.\n\n"
        "• Kino Cabane (documentaire) de Wanda Szulc (Lune Films)\n"
    )
    reading = read_article(Document("page.txt", page), Known())
    assert "Kino Cabane" in {c.object.name for c in reading.claims if isinstance(c.object, Mention)}


@pytest.mark.parametrize("between", [" avec ", "\n\nAvec "])
def test_a_release_is_headed_by_its_title_director_and_cast(between: str) -> None:
    page = "Sorties cinéma de la semaine\n\n" + "".join(
        f"{title} de {director}{between}{cast}\n\nDeux frères partent en mer et la mer les rend au port.\n\n"
        for title, director, cast in (
            ("Le Bal de Paris", "Ida Solberg", "Marc Aubin, Inès Tabarly"),
            ("Papy-Flic", "Karim Laporte", "Ola Holm, Wanda Szulc…"),
        )
    )
    reading = read_roundup(Document("page.txt", page), Known())
    told = {(c.subject, c.predicate, c.object) for c in reading.claims}
    bal = Mention("Film", "Le Bal de Paris")
    assert (Mention("Person", "Ida Solberg"), "directed", bal) in told
    assert (Mention("Person", "Inès Tabarly"), "starredIn", bal) in told
