"""Trivia of the week's releases in invented names: what they tell of other works, of the crew, of where it plays."""

from __future__ import annotations

import pytest

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract import read_all, read_document

PLOT = "What is it about? One morning, everything changes for a family that had asked for nothing."


def told(trivia: str, heading: str = "Ash by Ida Holm", cast: str = "With Lina Sorbet, Marc Tavel…") -> set[str]:
    """Give what a release tells besides its heading and its cast line."""
    page = (
        f"New in theaters this week\n\n{heading}\n\n{cast}\n\n{PLOT}\n\ndid you know {trivia}\n\n"
        f"Second Snow by Paul Odin\n\nWith Ana Bel, Karl Ost…\n\n{PLOT}\n"
    )
    return {
        f"{claim.subject.name} {claim.predicate} {what.name if isinstance(what, Mention) else what.value}"
        for claim in read_document(Document("new/week.txt", page)).claims
        for what in [claim.object]
        if claim.item == 1 and isinstance(claim.subject, Mention) and isinstance(what, (Mention, Value))
        and claim.predicate not in ("type", "describedIn", "stage") and claim.rule not in ("cast-line", "title-by")
    }  # fmt: skip


def directed(trivia: str, heading: str = "Ash by Ida Holm") -> set[str]:
    return {fact for fact in told(trivia, heading) if " directed " in fact}


def test_the_town_where_a_film_plays_is_no_earlier_film() -> None:
    assert directed("The director chose to set the action of her film in Grenoble and in the valley.") == set()


@pytest.mark.parametrize(
    "trivia",
    [
        "The director chose to set the action of her film in Grenoble and in the valley.",
        "Ida Holm chose to set the plot of the film in Grenoble, her hometown.",
    ],
)
def test_where_somebody_set_the_plot_is_where_it_plays(trivia: str) -> None:
    assert "Ash setIn Grenoble" in told(trivia)


def test_a_sequel_goes_on_with_a_list_of_films() -> None:
    said = told("Lina Sorbet and Marc Tavel starred together in Low Tide and its sequel, High Tide.")
    assert {"Lina Sorbet starredIn Low Tide", "Lina Sorbet starredIn High Tide"} <= said


def test_a_film_and_its_sequel() -> None:
    said = told("Low Tide: Secret Door and its sequel Low Tide: The Golden Ring, released in 2015, were a hit.")
    assert "Low Tide: The Golden Ring sequelOf Low Tide: Secret Door" in said


def test_who_worked_on_a_script_directed_nothing() -> None:
    said = told("The director worked on the scripts for the comedies 4 Winters (2002) and Caravaning (2006).")
    assert said == {"Ida Holm wrote 4 Winters", "Ida Holm wrote Caravaning"}


def test_a_bracket_tells_of_the_title_before_it() -> None:
    said = told("Ida Holm had written the scripts for Angry Tide, Low Tide (carried by Willem Drost) and Open Tomb.")
    assert {fact for fact in said if "Drost" in fact} == {"Willem Drost starredIn Low Tide"}


def test_two_months_are_no_film() -> None:
    said = told("Lina Sorbet is very present in April-May 2022, with three films: Low Tide, Night Bus and Open Tomb.")
    assert said == {f"Lina Sorbet starredIn {film}" for film in ("Low Tide", "Night Bus", "Open Tomb")}


@pytest.mark.parametrize(
    ("trivia", "fact"),
    [
        ("Producer Jason Brume recalls: “We had a plan.”", "Jason Brume produced Ash"),
        ("Producers Akira Gold and Jason Brume, who had already met, had the idea.", "Jason Brume produced Ash"),
        ("Co-writer Jason Brume explains: “We had a plan.”", "Jason Brume wrote Ash"),
        ("Co-writer, producer and performer Lina Sorbet explains: “We had a plan.”", "Lina Sorbet produced Ash"),
    ],
)
def test_who_talks_is_called_what_he_or_she_did(trivia: str, fact: str) -> None:
    assert fact in told(trivia)


def test_a_film_adapts_another_film() -> None:
    said = told("Ash is an adaptation of the Danish film Aske by Emile Gaudin, released in 2019.")
    assert said == {"Ash basedOn Aske", "Aske countryOfOrigin Denmark", "Emile Gaudin directed Aske"}


def test_what_a_film_was_originally_is_its_source() -> None:
    said = told("Originally, Les Braises is a book by AM Stone, published in 2021 by Head. A story that she read.")
    assert {"Ash basedOn Les Braises", "AM Stone wrote Les Braises"} <= said


def test_what_somebody_had_first_thought_of_adapting_is_no_source() -> None:
    said = told("Ida Holm originally set about adapting a novel by Roger Garin, devoted to old age.")
    assert not any("basedOn" in fact for fact in said)


def test_whoever_played_in_an_earlier_adaptation_is_not_in_this_one() -> None:
    said = told("The novel was already adapted to the cinema in 1984 with Drew Belling in the title role.")
    assert not any("Belling" in fact for fact in said)


def test_a_film_follows_another() -> None:
    assert "Ash follows Low Tide" in told("It also follows Low Tide, released in 2019.")


@pytest.mark.parametrize(
    ("heading", "trivia", "earlier"),
    [
        ("Low Tide 2 by Ida Holm", "Released in 2019, Low Tide attracted a million spectators.", "Low Tide"),
        ("Low Tide 3 by Ida Holm", "Low Tide and Low Tide 2 had attracted two million spectators.", "Low Tide 2"),
    ],
)
def test_a_number_in_a_title_makes_a_sequel(heading: str, trivia: str, earlier: str) -> None:
    assert f"{heading.removesuffix(' by Ida Holm')} sequelOf {earlier}" in told(trivia, heading)


def test_a_word_that_begins_a_sentence_is_no_earlier_film() -> None:
    assert not any("sequelOf" in fact for fact in told("Rain fell for three weeks.", "Rain 2 by Ida Holm"))


def test_an_actor_named_by_the_trivia_had_played_before() -> None:
    said = told(
        "It is the actor and stuntman Jules Corton who hides behind the mask of Michael. "
        "He had previously played this character in Low Tide (2018) and High Tide (2021)."
    )
    assert said == {f"Jules Corton starredIn {film}" for film in ("Ash", "Low Tide", "High Tide")}


def test_what_is_said_of_the_other_title_is_said_of_the_film() -> None:
    said = told("Aske was presented in the Un Certain Regard section of the Cannes Film Festival 2024.")
    assert said == {"Ash alsoKnownAs Aske", "Ash screenedAt Cannes 2024"}


def test_a_prize_at_the_beginning_is_the_films_own() -> None:
    said = told("Aske was awarded the Silver Bear for best screenplay at Berlin 2016.")
    assert {"Ash alsoKnownAs Aske", "Ash screenedAt Berlin 2016"} <= said


def test_the_documentary_filmmaker_is_who_made_it() -> None:
    said = told("The documentary filmmaker found the reels. She had devoted a short film to her, Low Tide.")
    assert said == {"Ida Holm directed Low Tide"}


def test_like_is_no_part_of_a_title() -> None:
    assert directed("Like Night Bus, Ida Holm’s first and previous film, Aske is about music.") == {
        "Ida Holm directed Night Bus"
    }


def test_two_surnames_are_a_duo_and_no_film() -> None:
    said = directed("This is the tenth film of the Holm-Lund duo, after Night Bus.", "Ash by Ida Holm, Per Lund")
    assert said == {"Ida Holm directed Night Bus", "Per Lund directed Night Bus"}


def test_the_latter_is_the_director_named_last() -> None:
    said = directed("We owe the latter Night Bus (13.9k).", "Ash by Ida Holm and Per Lund")
    assert said == {"Per Lund directed Night Bus"}


def test_the_films_of_those_that_came_before() -> None:
    said = directed("This is the third opus after those of Wes Crane: Whistle, Whistle 2.")
    assert said == {"Wes Crane directed Whistle", "Wes Crane directed Whistle 2"}


def test_how_many_saw_a_film_stands_between_two() -> None:
    page = (
        "This week in theaters\n\n  • Ash (Otter Films) New feature by Ida Holm after Night Bus (6.9k) and Low Tide "
        "(1.2M).\n\nOne morning, everything changes.\n\n  • Second Snow (Grand Quai) First feature by Paul Odin.\n"
    )
    claims = read_document(Document("new/week.txt", page)).claims
    said = {c.object.name for c in claims if c.predicate == "directed" and isinstance(c.object, Mention)}
    assert said == {"Ash", "Night Bus", "Low Tide", "Second Snow"}


def test_a_film_was_shot_in_a_house_of_a_country() -> None:
    assert "Ash shotIn Belgium" in told("Ash has been shot in a real supermarket in Belgium.")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("The Man Who Sold Rain", "The Man Who Sold Rain"),
        ("The Long Market of Mr. Abe, Sam Norling and Yuki Tanaka", "The Long Market of Mr. Abe"),
    ],
)
def test_where_a_heading_without_a_mark_parts(heading: str, title: str) -> None:
    page = (
        f"New in theaters this week\n\n{heading}\n\nWith Lina Sorbet, Marc Tavel…\n\n{PLOT}\n\n"
        f"did you know Yuki Tanaka had the idea in a train.\n\nSecond Snow by Paul Odin\n\nWith Ana Bel…\n\n{PLOT}\n"
    )
    claims = read_document(Document("new/week.txt", page)).claims
    assert {c.subject.name for c in claims if c.predicate == "describedIn" and c.item == 1} == {title}


def test_a_trailer_parts_a_glued_page_before_a_shouted_title() -> None:
    page = (
        "Cinema: Late Love, Who Comes Who Goes!… The movies of the week\n\nLate Love by Paul Odin With Ana Bel, "
        "Karl Ost… did you know ? The sea was real. Who comes! Trailer VF Who Comes Who Goes! Ida Holm "
        "With Lina Sorbet, Marc Tavel… did you know ? The director wrote it alone.\n"
    )
    claims = read_document(Document("new/week.txt", page)).claims
    said = {(c.subject.name, c.object.name) for c in claims if c.predicate == "directed"}
    assert ("Ida Holm", "Who Comes Who Goes!") in said


def glued(*films: str) -> str:
    return (
        "Cinema: Late Love, Night Bus… The movies of the week\n\n" + " ".join(films)
        + " Late Love by Paul Odin With Ana Bel, Karl Ost… did you know ? The sea was real.\n"
    )  # fmt: skip


def of_predicate(page: str, predicate: str) -> set[str]:
    claims = read_document(Document("new/week.txt", page)).claims
    return {
        f"{c.subject.name} {c.object.name}"
        for c in claims
        if c.predicate == predicate and isinstance(c.subject, Mention) and isinstance(c.object, Mention)
    }


def test_one_name_is_a_cast_before_the_trivia() -> None:
    page = glued("Valparaiso, Adieu by Nino Morelli With Nino Morelli did you know ? It began last year.")
    assert "Nino Morelli Valparaiso, Adieu" in of_predicate(page, "directed")


def test_a_comma_before_the_cast_is_no_part_of_the_heading() -> None:
    page = glued("Night Bus Ida Holm, With Lina Sorbet, Marc Tavel… did you know ? It began last year.")
    assert "Ida Holm Night Bus" in of_predicate(page, "directed")


def test_a_collaboration_of_two_people_is_no_production() -> None:
    said = told("Ash marks the eighth collaboration between Ida Holm and Lina Sorbet.")
    assert not any("roduced" in fact for fact in said)


def test_films_in_which_they_were_seen_are_not_the_directors() -> None:
    said = directed(
        "Ida Holm filmed him often. They have seen themselves many times in films like Low Tide and Night Bus."
    )
    assert said == set()


@pytest.mark.parametrize(
    "trivia",
    [
        "In 2018, the director even gave Lina Sorbet a cameo in Low Tide.",
        "Lina Sorbet and Ida Holm have toured many times together, in particular for Low Tide.",
    ],
)
def test_who_directed_whom_in_what(trivia: str) -> None:
    assert {"Ida Holm directed Low Tide", "Lina Sorbet starredIn Low Tide"} <= told(trivia)


def test_in_front_of_somebodys_camera() -> None:
    said = told("Lina Sorbet and Marc Tavel had already met in front of Claude Colombe’s camera in Low Tide (2015).")
    assert said == {
        "Claude Colombe directed Low Tide",
        "Lina Sorbet starredIn Low Tide",
        "Marc Tavel starredIn Low Tide",
    }


def test_we_owe_films_of_a_kind() -> None:
    said = directed(
        "Ida Holm, to whom we owe aesthetic gangster films like Low Tide, also directed the American hit Open Tomb."
    )
    assert said == {"Ida Holm directed Low Tide", "Ida Holm directed Open Tomb"}


def test_films_by_the_same_director() -> None:
    said = directed("The character is inspired by those that Lina Sorbet played in Low Tide by the same director.")
    assert said == {"Ida Holm directed Low Tide"}


def test_a_novel_with_a_title_is_one_source() -> None:
    said = told("Ash is a new adaptation of William Graves’s novel The Quack, which was published in 1946.")
    assert {fact for fact in said if "basedOn" in fact} == {"Ash basedOn The Quack"}


def test_another_title_begins_where_its_sentence_begins() -> None:
    said = told("With Love and Ashes is adapted from Claire Aubert’s novel The Long Bend.")
    assert "Ash alsoKnownAs With Love and Ashes" in said


def released(first: str) -> set[str]:
    second = "Second Snow (Grand Quai) A feature by Paul Odin."
    page = f"This week in theaters\n\n  • {first}\n\nOne morning.\n\n  • {second}\n"
    return {
        f"{c.subject.name} {c.predicate} {c.object.name}"
        for c in read_document(Document("new/week.txt", page)).claims
        if isinstance(c.subject, Mention) and isinstance(c.object, Mention) and c.item == 1
    }


def test_the_number_of_copies_is_no_part_of_a_distributor() -> None:
    assert "Otter Films distributed Ash" in released("Ash (Otter Films ~370 copies) A feature by Ida Holm.")


def test_a_country_with_an_actor_is_no_film() -> None:
    said = released(
        "Ash (Otter Films) First feature by Ida Holm to be released in France with Emily Brant whom we have not seen "
        "since Low Tide (479.1k) in 2016."
    )
    assert {fact for fact in said if " directed " in fact} == {"Ida Holm directed Ash"}
    assert {"Emily Brant starredIn Ash", "Emily Brant starredIn Low Tide"} <= said


def test_a_director_wrote_before() -> None:
    said = released("Ash (Otter Films) First feature by Ida Holm and Per Lund, previously screenwriters of Low Tide.")
    assert {"Ida Holm wrote Low Tide", "Per Lund wrote Low Tide"} <= said


def test_a_part_that_was_offered_is_no_other_title() -> None:
    said = told("The role of Louis was first offered to Romain Dural, but he declined.")
    assert not any("alsoKnownAs" in fact for fact in said)


def test_an_actor_before_a_title_is_no_part_of_it() -> None:
    said = told("By seeing Lina Sorbet in Low Tide by Céline Marsac the director had the idea of calling her.")
    assert said == {"Céline Marsac directed Low Tide", "Lina Sorbet starredIn Low Tide"}


def test_a_director_who_was_seen_in_a_film_played_in_it() -> None:
    said = told("Ida Holm is known as an actress. She was seen in Low Tide and Night Bus.")
    assert said == {"Ida Holm starredIn Low Tide", "Ida Holm starredIn Night Bus"}


def test_what_a_film_is_the_sequel_to_is_nobody() -> None:
    said = told("The film is a sequel to Low Tide, in which Lina Sorbet already played the same character.")
    assert said == {"Ash sequelOf Low Tide", "Lina Sorbet starredIn Low Tide"}


def test_a_remake_names_its_film_behind_a_comma() -> None:
    said = told("Ash is a remake of an Argentinian film, Corazón Tigre, released in 2016.")
    assert said == {"Ash basedOn Corazón Tigre", "Corazón Tigre countryOfOrigin Argentina"}


def test_a_life_told_in_a_book() -> None:
    said = told("The film is inspired by the true story of Jean Dupuis, told in his book The Long Road.")
    assert {"Ash basedOn The Long Road", "Jean Dupuis wrote The Long Road"} <= said


def test_where_and_when_filming_took_place() -> None:
    said = told("Filming took place between March and May 2021 in Marseille and its region.")
    assert "Ash shotIn Marseille" in said


def test_a_festival_before_what_a_film_received_there() -> None:
    assert "Ash screenedAt Berlinale 2022" in told(
        "At the Berlin Film Festival 2022, Ash received the Grand Jury Prize."
    )


def unasked(language: str) -> str:
    with_, asked = {"en": ("With", "Did you know ?"), "fr": ("Avec", "Le saviez-vous ?")}[language]
    by = {"en": "by", "fr": "de"}[language]
    return (
        f"Les sorties de la semaine\n\nAsh {by} Ida Holm\n{with_} Lina Sorbet, Marc Tavel…\n{asked} "
        + {"en": "Producer Jason Brume recalls the sea.", "fr": "La productrice Léa Brume raconte la mer."}[language]
        + f"\nSecond Snow {by} Paul Odin\n{with_} Ana Bel, Karl Ost…\n{asked} "
        + {"en": "The sea was real.", "fr": "La mer est une vraie mer, et le vent est vrai."}[language]
        + "\n"
    )  # fmt: skip


@pytest.mark.parametrize(("language", "producer"), [("en", "Jason Brume"), ("fr", "Léa Brume")])
def test_a_page_without_synopses_is_a_round_up_whose_trivia_are_read(language: str, producer: str) -> None:
    assert of_predicate(unasked(language), "produced") == {f"{producer} Ash"}


def in_french(trivia: str) -> set[str]:
    page = (
        "Les sorties de la semaine\n\nAda de Ida Holm\nAvec Lina Sorbet, Marc Tavel…\nDe quoi ça parle ? Une femme est "
        f"dans la mer, et le vent est avec elle.\nLe saviez-vous ? {trivia}\nNeige de Paul Odin\nAvec Ana Bel, Karl "
        "Ost…\nDe quoi ça parle ? Un homme est dans la neige avec le vent.\n"
    )
    return {
        f"{c.subject.name} {c.predicate} {c.object.name}"
        for c in read_document(Document("new/week.txt", page)).claims
        if isinstance(c.subject, Mention) and isinstance(c.object, Mention) and c.item == 1
        and c.predicate not in ("type", "describedIn", "stage") and c.rule not in ("cast-line", "title-de")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("trivia", "facts"),
    [
        (
            "Ada est une adaptation du film danois « Le Menteur » d’Eva Berg, sorti en 2019.",
            {"Ada basedOn Le Menteur", "Le Menteur countryOfOrigin Denmark", "Eva Berg directed Le Menteur"},
        ),
        ("Ida Holm a choisi de situer l’intrigue de son film à Grenoble.", {"Ada setIn Grenoble"}),
        (
            "Ida Holm retrouve Lina Sorbet après Le Menteur, sorti en 2019.",
            {"Ida Holm directed Le Menteur", "Lina Sorbet starredIn Le Menteur"},
        ),
        ("C’est le deuxième film de la réalisatrice après Le Menteur.", {"Ida Holm directed Le Menteur"}),
    ],
)
def test_french_trivia(trivia: str, facts: set[str]) -> None:
    assert facts <= in_french(trivia)


def test_french_releases_under_bullets() -> None:
    first = "Nouveau long d’Ida Holm après Le Phare (15.6k). Le film est adapté du récit « Le Quai » de Eva Berg."
    page = (
        f"Cette semaine dans les salles\n\n  • Ouessant (Otter Films) {first}\n\nUne femme est dans la mer.\n\n"
        "  • Casés (Grand Quai) Un long de Paul Odin.\n\nIl est dans la neige avec le vent.\n"
    )
    assert of_predicate(page, "directed") == {"Ida Holm Ouessant", "Ida Holm Le Phare", "Paul Odin Casés"}
    assert of_predicate(page, "basedOn") == {"Ouessant Le Quai"}


def test_a_film_opened_a_section_of_a_festival() -> None:
    said = told("The film opened the Un Certain Regard section at the Cannes Film Festival 2023.")
    assert said == {"Ash screenedAt Cannes 2023"}


def test_she_is_the_actress_named_last() -> None:
    said = told("Lina Sorbet bought the rights. She asked Ida Holm, who had directed her in Low Tide, to direct it.")
    assert {"Lina Sorbet starredIn Low Tide", "Ida Holm directed Low Tide"} <= said


def test_actors_who_were_already_in_a_film() -> None:
    said = told("Lina Sorbet, who plays Blaz, and Steve Corton were already in Low Tide.")
    assert said == {"Lina Sorbet starredIn Low Tide", "Steve Corton starredIn Low Tide"}


def test_each_of_two_lists_has_its_director() -> None:
    said = directed(
        "This is the fifth film adapted from the comic book, after Night Bus (2011), Low Tide (2012), directed by Paul "
        "Chauvel, then Open Tomb (2020) and Salt President! (2022), both directed by Ida Holm."
    )
    assert said == {f"Paul Chauvel directed {film}" for film in ("Night Bus", "Low Tide")} | {
        f"Ida Holm directed {film}" for film in ("Open Tomb", "Salt President!")
    }


def test_the_prize_of_an_earlier_film_is_not_this_films() -> None:
    said = told(
        "It is the second part of a triptych initiated by the director with Low Tide, Golden Bear at Berlin 2023."
    )
    assert {"Ash follows Low Tide", "Ida Holm directed Low Tide"} <= said
    assert not any("Ash screenedAt" in fact for fact in said)


def test_a_producer_offered_the_project() -> None:
    assert "Saul Benson produced Ash" in told("It was producer Saul Benson who offered Ida Holm this project.")


def test_a_book_in_which_somebody_told_it() -> None:
    said = told("It is her own experience, which she recounted in the book Salt, my mother and me, published in 2018.")
    assert "Ash basedOn Salt, my mother and me" in said


def test_who_had_not_directed_since_a_film() -> None:
    assert directed("The director, who plays the main role, had not directed herself alone since Low Tide.") == {
        "Ida Holm directed Low Tide"
    }


def test_who_else_is_in_the_cast() -> None:
    said = told("Laetitia Corve, Nathalie Barre and Patrick Chenu are also in the cast.")
    assert said == {f"{actor} starredIn Ash" for actor in ("Laetitia Corve", "Nathalie Barre", "Patrick Chenu")}


def test_with_whom_the_director_had_worked_on_a_film() -> None:
    said = directed("Ida Holm co-wrote the film with Agnès Fauve, with whom she had already worked on Low Tide.")
    assert said == {"Ida Holm directed Low Tide"}


def test_what_a_director_discovered_is_no_film_of_hers() -> None:
    assert directed("Ida Holm was there. She discovered it when her son gave it to her for Saint Nicholas.") == set()


def test_a_town_before_a_trilogy_is_nobody() -> None:
    said = directed("With this film, the director closes her Oslo trilogy started with Low Tide (2006).")
    assert said == {"Ida Holm directed Low Tide"}


def test_a_short_title_of_the_page_is_no_part_of_a_longer_one() -> None:
    first = f"Ash by Ida Holm\n\nWith Lina Sorbet, Marc Tavel…\n\n{PLOT}\n\n"
    films = "Old Joyful, Anna and Lucie, Last Track and Night Bus"
    source = "Ash is the adaptation of the novel Moss by Jo Ray"
    trivia = f"did you know {source}, who had already worked with Ida Holm on {films}."
    page = f"New in theaters this week\n\n{first}{trivia}\n\nOld by Paul Odin\n\nWith Ana Bel, Karl Ost…\n\n{PLOT}\n"
    (reading,) = read_all([Document("new/week.txt", page)])  # what the page says once is known when it is read again
    own = [claim for claim in reading.claims if claim.predicate == "directed" and claim.item == 1]
    said = {claim.object.name for claim in own if isinstance(claim.object, Mention)}
    assert "Old" not in said
    assert "Old Joyful" in said


def test_a_title_in_small_letters_may_begin_when_i() -> None:
    said = directed("She comes back to the filmmaker after When I was a sailor, her first film.")
    assert said == {"Ida Holm directed When I was a sailor"}


def test_the_year_stands_behind_the_section() -> None:
    said = told("Presented at the Venice Film Festival in the Orizzonti section in 2020, Ash moved the public.")
    assert said == {"Ash screenedAt Venice 2020"}


def test_a_prize_for_a_role_in_the_film_tells_where_it_was_shown() -> None:
    said = told("Thanks to her role in Ash, Lina Sorbet won the Best Actress Award at the Cannes Film Festival 2021.")
    assert "Ash screenedAt Cannes 2021" in said


def test_who_had_not_appeared_since_a_film() -> None:
    said = told(
        "Lina Sorbet, who plays the great conductor Anton Brezh, had not appeared in the cinema since Low Tide."
    )
    assert "Lina Sorbet starredIn Low Tide" in said


def test_a_script_written_in_a_language() -> None:
    assert "Paul Berg wrote Ash" in told("The script was written in French by Paul Berg.")


@pytest.mark.parametrize(
    "trivia", ["Serge Lopez makes a small appearance in the film.", "Serge Lopez voices Chief Marcel."]
)
def test_small_parts_and_voices(trivia: str) -> None:
    assert "Serge Lopez starredIn Ash" in told(trivia)


def test_several_prizes_of_the_film_at_one_festival() -> None:
    said = told(
        "The film won the Silver Lion - Grand Jury Prize and the Lion of the Future at the Venice Film Festival 2022."
    )
    assert "Ash screenedAt Venice 2022" in said


def test_a_director_who_was_seen_as_an_actress() -> None:
    said = told("This is the first feature film by Ida Holm, who was seen as an actress in Low Tide.")
    assert "Ida Holm starredIn Low Tide" in said
    assert "Ida Holm directed Low Tide" not in said


def test_who_was_replaced_behind_the_camera_photographed_nothing() -> None:
    said = told("Ida Holm, known for several episodes, replaced Alexander Pohl behind the camera.")
    assert not any("Pohl" in fact for fact in said)


def test_the_number_of_a_season_begins_no_title() -> None:
    said = told("Ida Holm reunites with Lina Sorbet, whom she had directed in season 1 of Nine Lives Left.")
    assert not any("1 of" in fact for fact in said)


def test_he_who_directed_somebody_is_not_the_actor_named_last() -> None:
    said = told("The part was played by Marc Tavel. The actor knew Lina Sorbet since he directed her in Low Tide.")
    assert "Marc Tavel starredIn Low Tide" not in said


def test_a_question_mark_belongs_to_a_title_before_its_year() -> None:
    said = told("Ash is the sequel to What Have We Done to Him? (2014) and What have we done to him again? (2019).")
    assert "Ash sequelOf What Have We Done to Him?" in said


def test_after_an_earlier_film_this_is_the_second() -> None:
    said = told(
        "After Low Tide, presented at the Gérardmer Festival in 2020, this is the second feature film by Ida Holm."
    )
    assert {"Ida Holm directed Low Tide", "Ash ordinal second feature"} <= said


def test_an_actress_seen_in_a_film_who_directs() -> None:
    said = told("Ash is the first feature film of Ida Holm, a singer and actress seen in Low Tide by Paul Alberti.")
    assert {"Ida Holm starredIn Low Tide", "Paul Alberti directed Low Tide"} <= said
    assert "Ida Holm directed Low Tide" not in said


def test_a_film_was_shot_in_some_weeks_somewhere() -> None:
    assert "Ash shotIn Brittany" in told("It was shot in eight weeks in Brittany, in winter.")


def test_a_prize_for_this_role_tells_where_the_film_was_shown() -> None:
    said = told("Marc Tavel won the Volpi Cup for best actor at the 2023 Venice Film Festival thanks to this role.")
    assert "Ash screenedAt Venice 2023" in said
    other = told("Marc Tavel won the Volpi Cup at the 2023 Venice Film Festival for his role in Low Tide.")
    assert "Ash screenedAt Venice 2023" not in other


def test_the_director_wrote_it_alone() -> None:
    assert "Ida Holm wrote Ash" in told("Ida Holm, director of Low Tide and Night Bus, wrote the script by herself.")


def test_who_appeared_in_his_film_did_not_direct_it() -> None:
    said = told("Ida Holm, who was the companion of Leo Carren, appeared in his film Low Tide.")
    assert said == {"Ida Holm starredIn Low Tide", "Leo Carren directed Low Tide"}


@pytest.mark.parametrize(
    "trivia",
    [
        "Ida Holm had already brought together Lina Sorbet and her sister in Low Tide.",
        "It is the second time that Lina Sorbet plays under the direction of Ida Holm, after Low Tide in 2019.",
        "Ash is the second collaboration of the duo Ida Holm - Lina Sorbet after Low Tide.",
    ],
)
def test_director_and_actress_had_met(trivia: str) -> None:
    assert {"Ida Holm directed Low Tide", "Lina Sorbet starredIn Low Tide"} <= told(trivia)


def test_years_after_a_film_an_actress_is_back() -> None:
    said = told("The film marks the return to the cinema of Lina Sorbet, five years after Low Tide.")
    assert said == {"Lina Sorbet starredIn Low Tide"}


def test_with_what_a_director_revealed_herself_is_nobody() -> None:
    assert directed("Ida Holm revealed herself with Low Tide, a fable.") == {"Ida Holm directed Low Tide"}
