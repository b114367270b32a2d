"""Companies: legal forms, initials, two names of one house."""

from __future__ import annotations

import pytest

from kg.resolve.block import blocks
from kg.resolve.compare import compare
from kg.resolve.profile import Profile
from kg.resolve.variant import variants


def judged(one: str, other: str, **told: object) -> str:
    known = {"years": frozenset({2019}), "countries": frozenset({"Spain"}), "roles": frozenset({"funded"}), **told}
    left, right = (Profile("Company", name, **known) for name in (one, other))  # type: ignore[arg-type]
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orsk Films IKE", "Orsk Films"),
        ("OAKA - Orsk Academy for Kelp Art", "Orsk Academy for Kelp Art"),
        ("Kelpboard Orsk GmbH (KBO)", "Kelpboard Orsk"),
        ("Orsk Bros.", "Orsk Brothers"),
        ("20th Orsk Fox", "Twentieth Orsk Fox"),
        ("Orskidromo - Produções Audiovisuais, Lda", "Orskidromo"),
        ("Orsk i Kelp", "Orsk Kelp"),
        ("Ad Orskam Distribution", "Ad Orskam"),  # a legal form elsewhere, and a word here
        ("OOO Orsk", "Orsk"),
    ],
)
def test_one_house_in_two_prints_is_merged(one: str, other: str) -> None:
    assert judged(one, other) == "same"


def test_a_year_is_too_little_for_film_and_films_behind_one_word() -> None:
    assert judged("Orsk Film", "Orsk Films", countries=frozenset()) == "review"


def test_a_year_is_enough_for_film_and_films_behind_two_words() -> None:
    assert judged("Orsk Kelpa Film", "Orsk Kelpa Films", countries=frozenset()) == "same"


def test_a_country_in_parentheses_is_a_branch() -> None:
    assert judged("Orsk (France)", "Orsk (Belgium)") != "same"


def test_capitals_within_a_compound_are_initials() -> None:
    assert judged("Orskisches Filminstitut", "OFI") == "same"


def test_stops_in_a_legal_form_hide_no_look_alike() -> None:
    assert blocks("company", "Orsk S.r.l.") & blocks("company", "Orsk")


def of_mexico(*names: str, **told: object) -> str:
    known = {"countries": frozenset({"Mexico"}), "roles": frozenset({"produced"}), **told}
    left, right = (Profile("Company", name, **known) for name in names)  # type: ignore[arg-type]
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Guanajuato Cine y Video", "Guanajuato Cine"),
        ("Estudios Quetzalcoatl Animación", "Estudios Quetzalcoatl"),
    ],
)
def test_a_country_and_a_trade_are_enough_for_a_slip_or_a_kind_of_house(one: str, other: str) -> None:
    assert of_mexico(one, other) == "same"


def test_a_letter_inside_a_long_word_is_a_slip_in_one_year() -> None:
    assert of_mexico("Gjirafa Pictures", "Girafa Pictures", years=frozenset({2019})) == "same"


def test_a_letter_inside_a_long_word_is_asked_about_without_a_year() -> None:
    assert of_mexico("Kinorama", "Kinodrama") == "review"


def test_a_factory_is_no_company() -> None:
    assert of_mexico("Orsk Factory", "Orsk Company") == "review"


def test_two_arms_of_one_house_are_two() -> None:
    assert of_mexico("Orskawan - Chapter", "Orskawan - Palomar") != "same"


def test_two_words_in_use_are_no_slip() -> None:
    assert of_mexico("Marina Films", "Martina Films") != "same"


def test_an_ending_is_asked_about_in_one_country_and_trade() -> None:
    assert of_mexico("Sésam Studio", "Sesame Studio") == "review"


@pytest.mark.parametrize(
    ("whole", "letters"), [("Radio Televisión Española", "RTVE"), ("Televizija Crne Gore", "TVCG")]
)
def test_television_has_two_letters_in_initials(whole: str, letters: str) -> None:
    assert of_mexico(whole, letters, roles=frozenset({"coProduced"})) == "same"


def test_a_doubled_letter_of_a_long_name_needs_nothing_more() -> None:
    assert compare(Profile("Company", "Studio Iskusstvo"), Profile("Company", "Studio Iskustvo")).decision == "same"


def test_a_house_with_its_own_country_behind_is_no_branch_in_one_film() -> None:
    assert of_mexico("Orskala Mexico", "Orskala", works=frozenset({"kelp"})) == "same"


def of(name: str, **told: list[str]) -> Profile:
    return Profile("Company", name, **{key: frozenset(each) for key, each in told.items()})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (of("British Orsk Institute"), of("BOI", countries=["United Kingdom"])),
        (of("Centre national d'Orsk et du varech", countries=["France"]), of("CNO", countries=["France"])),
        (of("Institut orsk des arts kelpiens", countries=["France"]), of("IOAK")),
        (of("Orskdeutsche Kelpförderung"), of("OKF Orskdeutsche Kelpförderung GmbH")),
        (of("Orskentropa", countries=["Denmark"]), of("Orskentropa Entertainment ApS", countries=["Denmark"])),
        (of("Good Orskos", people=["mia kelp"]), of("Good Orskos Films", people=["mia kelp"])),
        (of("Orskula", countries=["Ireland"], people=["mia kelp"]), of("Orskula Ireland Ltd", people=["mia kelp"])),
        (of("Wild Orsk", works=["kelp"]), of("Wild Orsk Motion Pictures", works=["kelp"])),
        (of("Орскфильм"), of("Orskfilm Studio", countries=["Russia"])),
        (of("Орск-Центр"), of("Orsk Centre")),
    ],
    ids=lambda each: each.name,
)
def test_one_house_is_merged_for_what_its_name_says(left: Profile, right: Profile) -> None:
    assert compare(left, right).decision == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (of("Council of Kelp's Orskimages Fund"), of("Orskimages")),
        (of("Кіностудія ім. О. Орскенка"), of("Orskenko Film Studio")),
        (of("Orsk Tree", countries=["Malta"]), of("Orsk Trees", countries=["Malta"])),
        (of("British Orsk Institute"), of("BOI")),
    ],
    ids=lambda each: each.name,
)
def test_what_a_name_hardly_says_is_asked_about(left: Profile, right: Profile) -> None:
    assert compare(left, right).decision == "review"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (of("British Orsk Institute"), of("BOI", countries=["Spain"])),
        (of("Orskula", countries=["Ireland"], people=["mia kelp"]), of("Orskula Spain", people=["mia kelp"])),
        (of("Orskentropa", countries=["Denmark"]), of("Orskentropa Entertainment", countries=["Spain"])),
    ],
    ids=lambda each: each.name,
)
def test_a_house_of_another_country_is_not_merged_for_its_name(left: Profile, right: Profile) -> None:
    assert compare(left, right).decision != "same"


def of_one_film(*names: str) -> str:
    return of_mexico(*names, works=frozenset({"saltmark"}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thirteen Films", "Thirteen"),  # a house named after a number
        ("Kanal Orsk Plus", "Kanal Orsk+"),
        ("Orskbrook España", "Orskbrook (Spain)"),
        ("Orskbrook Pictures France", "Orskbrook Pictures (FR)"),
        ("Orskbrook UK", "Orskbrook (United Kingdom)"),
        ("Kino Produzioni", "Kino"),
        ("Orskade International", "Orskad Internationale"),
        ("Orskhouse Graffic", "Орскхаус Графік"),
    ],
)
def test_two_prints_of_one_house_of_one_film_are_merged(one: str, other: str) -> None:
    assert of_one_film(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thirteen Films", "Fourteen Films"),
        ("Thirteen Films", "Thirty Films"),
        ("Orskbrook España", "Orskbrook (France)"),
        ("Orskbrook (FR)", "Orskbrook (DE)"),
        ("Film Produzioni", "Kino"),
        ("Orskade Films", "Orskada Films"),
        ("Orskhouse Graffic", "Орскхаус Трафік"),
    ],
)
def test_look_alike_houses_of_one_film_are_two(one: str, other: str) -> None:
    assert of_one_film(one, other) != "same"


def told_nothing(one: str, other: str) -> str:
    return compare(Profile("Company", one), Profile("Company", other)).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tangled Tree", "Tangled Tre"),  # "tre" is three elsewhere
        ("Oresund-Gulden-Marker", "OGM"),
    ],
)
def test_houses_of_which_nothing_is_told_are_asked_about(one: str, other: str) -> None:
    assert told_nothing(one, other) == "review"


@pytest.mark.parametrize(
    ("one", "other"), [("Tangled Tree", "Tangled Two"), ("Studio 4", "Studio Five"), ("Oresund-Gulden", "OGM")]
)
def test_other_houses_of_which_nothing_is_told_are_two(one: str, other: str) -> None:
    assert told_nothing(one, other) == "different"


def test_initials_in_another_country_than_the_house_is_are_not_asked_about() -> None:
    one = Profile("Company", "Oresund-Gulden-Marker", countries=frozenset({"Denmark"}))
    assert compare(one, Profile("Company", "OGM", countries=frozenset({"Chile"}))).decision == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Orsk & Compagnie", "Orsk et Cie"), ("Orskhaut et Kelp", "Orskhaut & Kelp Films")],
)
def test_and_company_and_films_make_no_other_house_where_nothing_is_told(one: str, other: str) -> None:
    assert told_nothing(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"), [("Orskhaut et Kelp", "Orskhaut & Kelp Distribution"), ("Kelp24 Films", "Kelp24")]
)
def test_a_distributor_or_a_short_name_is_asked_about_where_nothing_is_told(one: str, other: str) -> None:
    assert told_nothing(one, other) == "review"


def test_a_country_in_brackets_is_no_branch_where_both_are_of_it_alone() -> None:
    spain = frozenset({"Spain"})
    one, other = (Profile("Company", name, countries=spain) for name in ("Orskoch Films (ES)", "Orskoch Films SL"))
    assert compare(one, other).decision == "same"


def test_a_house_of_one_country_alone_may_have_it_in_its_name() -> None:
    assert of_mexico("Orska Roja", "Orska Roja Mexico") == "same"


def test_a_house_of_another_country_is_no_branch() -> None:
    left = Profile("Company", "Orska Roja", countries=frozenset({"Spain"}), works=frozenset({"kelp"}))
    right = Profile("Company", "Orska Roja Mexico", countries=frozenset({"Mexico"}), works=frozenset({"kelp"}))
    assert compare(left, right).decision == "review"


def of_two_films(one: str, other: str) -> str:
    left = Profile("Company", one, works=frozenset({"kelp"}), countries=frozenset({"France"}))
    right = Profile("Company", other, roles=frozenset({"produced"}), works=frozenset({"tide"}))
    return compare(left, right).decision


def test_a_long_name_without_its_kind_is_one_house_where_one_text_says_nothing_more() -> None:
    left = Profile("Company", "Orskan Heron", countries=frozenset({"Ireland"}))
    right = Profile("Company", "Orskan Heron Productions", roles=frozenset({"produced"}))
    assert compare(left, right).decision == "same"


def test_a_name_of_two_words_without_its_kind_is_asked_about() -> None:
    assert of_two_films("Orsk Not", "Orsk Not Productions") == "review"


def test_a_doubled_letter_beside_one_kind_of_house_is_asked_about() -> None:
    assert of_two_films("Orso Films", "Orsso Films") == "review"


def of_two(one: str, other: str, left: dict[str, str], right: dict[str, str]) -> str:
    first, second = (
        Profile("Company", name, **{key: frozenset([each]) for key, each in facts.items()})  # type: ignore[arg-type]
        for name, facts in ((one, left), (other, right))
    )
    return compare(first, second).decision


SYRIA = {"countries": "Syria"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("نجوم الشرق للإنتاج", "Noujoum Al Sharq for Production"),
        ("青年影厂", "Qingnian Film Studio"),
    ],
)
def test_a_house_in_its_own_script_is_one_in_one_country(one: str, other: str) -> None:
    assert of_two(one, other, SYRIA, SYRIA) == "same"


def test_a_house_in_its_own_script_is_asked_about_where_nothing_is_told() -> None:
    assert of_two("نجوم الشرق للإنتاج", "Noujoum Al Sharq for Production", {}, SYRIA) == "review"


def test_a_house_in_its_own_script_is_one_with_one_film() -> None:
    facts = {**SYRIA, "works": "kelp", "roles": "produced"}
    assert of_two("نجوم الشرق للإنتاج", "Noujoum Al Sharq for Production", facts, facts) == "same"


def test_another_house_in_its_own_script_stays_two() -> None:
    assert of_two("نجوم الشرق للإنتاج", "Noujoum Al Kelp for Production", SYRIA, SYRIA) == "different"


@pytest.mark.parametrize(
    ("one", "other"), [("青年影厂", "Qingnian Film Studio"), ("نجوم الشرق للإنتاج", "Noujoum Al Sharq")]
)
def test_a_house_in_its_own_script_is_looked_at(one: str, other: str) -> None:
    assert tuple(sorted((one, other))) in set(variants("company", [one, other]))


def test_words_for_production_in_two_languages_are_one_kind() -> None:
    greece = {"countries": "Greece"}
    assert of_two("Απόηχος Παραγωγές", "Apoichos Productions", greece, greece) == "same"


def test_a_last_letter_exchanged_is_a_slip_with_one_film() -> None:
    facts = {**SYRIA, "works": "kelp"}
    assert of_two("Orskelim Producciones", "Orskelin Producciones", facts, facts) == "same"


def test_another_last_letter_is_asked_about_with_one_film() -> None:
    facts = {**SYRIA, "works": "kelp"}
    assert of_two("Orskelim Producciones", "Orskelit Producciones", facts, facts) == "review"


def test_a_number_and_a_word_are_few_houses() -> None:
    assert of_two("Parallel Forty-One Productions", "Parallel Forty-One", {}, SYRIA) == "same"


MADE = {"countries": "Italy", "works": "kelp", "roles": "produced"}


def test_first_words_in_letters_are_one_house_with_one_film() -> None:
    assert of_two("KPO Production", "Kelp per Orsk Production", MADE, MADE) == "same"


@pytest.mark.parametrize("other", ["Kelp Production", "Kelp per Arsk Production", "Kelp per Orsk Cinema"])
def test_other_first_words_are_no_letters(other: str) -> None:
    assert of_two("KPO Production", other, MADE, MADE) != "same"


def test_a_body_that_a_text_calls_in_its_own_language_is_one() -> None:
    told = {"countries": "Finland", "aliases": "suomen elokuvasaatio"}
    assert of_two("SEL", "Finnish Film Foundation", told, {"countries": "Finland"}) == "same"


def test_a_body_that_a_text_calls_otherwise_stays_two() -> None:
    told = {"countries": "Finland", "aliases": "suomen elokuvasaatio"}
    assert of_two("SEL", "Estonian Film Institute", told, {"countries": "Estonia"}) == "different"


def test_a_distributor_with_its_trade_behind_it_is_one() -> None:
    assert of_two("Ad Orskam", "Ad Orskam Distribution", {"roles": "distributed"}, {"roles": "distributed"}) == "same"


def test_a_producer_and_a_distributor_of_one_word_are_not_merged() -> None:
    assert of_two("Ad Orskam", "Ad Orskam Verleih", {"roles": "produced"}, {"roles": "distributed"}) != "same"


def test_a_word_run_into_others_than_film_is_one() -> None:
    assert of_two("Be For Orsks", "BeForOrsks", {"roles": "sold"}, {"roles": "sold"}) == "same"


def test_a_seller_with_its_trade_behind_it_is_one() -> None:
    sold = {"roles": "sold", "countries": "Germany"}
    assert of_two("M-Orskeal", "M-Orskeal World Sales", sold, sold) == "same"


def test_a_year_behind_two_words_is_asked_about_in_one_country_and_trade() -> None:
    made = {"roles": "produced", "countries": "Chile"}
    assert of_two("Orska Kelpa", "Orska Kelpa 2000", made, made) == "review"


def test_two_years_behind_two_words_are_two_houses() -> None:
    made = {"roles": "produced", "countries": "Chile"}
    assert of_two("Orska Kelpa 1999", "Orska Kelpa 2000", made, made) == "different"


def of(country: str, **told: frozenset[str]) -> dict[str, object]:
    return {"countries": frozenset({country}), "years": frozenset(), "roles": frozenset({"produced"}), **told}


def test_a_country_in_brackets_says_where_a_house_is() -> None:
    left = Profile("Company", "Orskwerk (DE)", roles=frozenset({"produced"}))
    assert compare(left, Profile("Company", "Orskwerk", **of("Germany"))).decision == "same"  # type: ignore[arg-type]


def test_a_country_in_brackets_that_is_not_the_other_houses_is_a_branch() -> None:
    left = Profile("Company", "Orskwerk (DE)", roles=frozenset({"produced"}), works=frozenset({"kelp"}))
    right = Profile("Company", "Orskwerk", **of("Austria", works=frozenset({"kelp"})))  # type: ignore[arg-type]
    assert compare(left, right).decision != "same"


def test_two_letters_of_a_country_in_brackets_are_no_legal_form() -> None:
    left = Profile("Company", "Orskwerk (PT)", roles=frozenset({"produced"}))
    assert compare(left, Profile("Company", "Orskwerk", **of("Brazil"))).decision != "same"  # type: ignore[arg-type]


def test_a_body_is_called_by_the_beginnings_of_its_words() -> None:
    assert judged("SUFICE", "Sudan Film Centre", countries=frozenset({"Sudan"})) == "same"


def test_a_house_called_by_the_beginnings_of_its_words_is_asked_about() -> None:
    assert judged("ORFICO", "Orsk Film Company", roles=frozenset({"produced"})) == "review"


def test_the_beginnings_of_two_bodies_of_two_countries_are_two() -> None:
    left = Profile("Company", "MONFIC", countries=frozenset({"Montenegro"}))
    right = Profile("Company", "Mongolian Film Council", countries=frozenset({"Mongolia"}))
    assert compare(left, right).decision == "different"


def test_two_letters_of_a_broadcaster_are_asked_about() -> None:
    assert judged("OR", "Orskischer Rundfunk", roles=frozenset({"produced"})) == "review"


def test_two_letters_of_a_broadcaster_of_one_film_are_its_name() -> None:
    assert judged("OR", "Orskischer Rundfunk", works=frozenset({"kelp"})) == "same"


def test_two_letters_of_a_house_are_anybodys() -> None:
    assert judged("OR", "Orsk Ramsau", roles=frozenset({"produced"})) == "different"


def test_a_short_house_with_one_producer_is_one_with_films_behind() -> None:
    told = of("Spain", people=frozenset({"ana orsk"}))
    left, right = (Profile("Company", name, **told) for name in ("Orm Film", "Orm"))  # type: ignore[arg-type]
    assert compare(left, right).decision == "same"


def test_a_kind_of_house_alone_is_one_with_another_behind_for_one_producer() -> None:
    told = of("Italy", people=frozenset({"ana orsk"}))
    left, right = (Profile("Company", name, **told) for name in ("Kino Produzioni", "Kino"))  # type: ignore[arg-type]
    assert compare(left, right).decision == "same"


def test_a_house_of_japan_is_one_in_its_own_letters() -> None:
    assert judged("Eiga Kobo Hamabe", "映画工房はまべ", countries=frozenset({"Japan"})) == "same"


def test_another_house_of_japan_in_its_own_letters_is_another() -> None:
    assert judged("Eiga Kobo Hamabe", "映画工房はるべ", countries=frozenset({"Japan"})) != "same"
