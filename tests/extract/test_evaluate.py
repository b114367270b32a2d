"""The scorer: what counts as found, what as false, and what is counted apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kg.claim import Claim, Mention, Value
from kg.document import Span
from kg.errors import SourceError
from kg.extract.score.evaluate import Evaluation, evaluate
from kg.extract.score.gold import Gold, fold, read_gold
from kg.extract.score.scorecard import render

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "seeds/page.txt"
FILM = Mention("Film", "Halva")


def claim(subject: Mention, predicate: str, obj: Mention | Value, **more: Any) -> Claim:
    start = more.pop("start", 0)
    return Claim(
        document=more.pop("document", PAGE),
        item=more.pop("item", 1),
        subject=subject,
        predicate=predicate,
        object=obj,
        spans=(Span(start, start + 5, "Halva"),),
        extractor="listing/1",
        rule="test",
        **more,
    )


def gold(tmp_path: Path, *rows: dict[str, Any], beyond: tuple[dict[str, Any], ...] = ()) -> Gold:
    def lines(facts: tuple[dict[str, Any], ...], **more: Any) -> str:
        return "".join(json.dumps({"seed": "page.txt", "item": 1, **more, **row}) + "\n" for row in facts)

    (tmp_path / "facts.jsonl").write_text(lines(rows, tier="core"), encoding="utf-8")
    (tmp_path / "beyond.jsonl").write_text(lines(beyond, words="as told"), encoding="utf-8")
    return read_gold(tmp_path / "facts.jsonl")


DIRECTED = {"s": "Ona Brell", "p": "directed", "o": "Halva"}
TYPE = {"s": "Halva", "p": "type", "o": "Film"}
ONA = claim(Mention("Person", "Ona Brell"), "directed", FILM)


def misses(evaluation: Evaluation) -> list[str]:
    return [str(fact) for tier in evaluation.tiers for fact in tier.misses]


def test_a_claim_that_says_what_the_fact_says_finds_it(tmp_path: Path) -> None:
    done = evaluate([ONA], gold(tmp_path, DIRECTED))
    assert (done.tiers[0].found, done.false) == (1, ())


def test_without_a_claim_the_fact_is_missed(tmp_path: Path) -> None:
    done = evaluate([ONA], gold(tmp_path, DIRECTED, {**DIRECTED, "s": "Piet Ull"}))
    assert misses(done) == ["page.txt#1: Piet Ull – directed – Halva"]


def test_a_claim_that_no_fact_bears_out_is_false(tmp_path: Path) -> None:
    wrong = claim(Mention("Person", "Piet Ull"), "directed", FILM)
    done = evaluate([ONA, wrong], gold(tmp_path, DIRECTED))
    assert [(one.claim, one.words, one.reason) for one in done.false] == [(wrong, "Halva", "no such fact")]


def test_a_fact_beyond_the_gold_makes_a_claim_true_and_is_not_wanted(tmp_path: Path) -> None:
    done = evaluate([ONA], gold(tmp_path, TYPE, beyond=(DIRECTED,)))
    assert (done.false, done.total.wanted) == ((), 1)


def test_another_item_makes_a_claim_false(tmp_path: Path) -> None:
    moved = claim(Mention("Person", "Ona Brell"), "directed", FILM, item=2)
    done = evaluate([moved], gold(tmp_path, DIRECTED))
    assert done.false[0].reason == "item 2, wanted 1"


def test_a_fact_without_item_agrees_with_any(tmp_path: Path) -> None:
    assert evaluate([ONA], gold(tmp_path, {**DIRECTED, "item": None})).good


def test_a_qualifier_that_differs_makes_a_claim_false(tmp_path: Path) -> None:
    place = {"s": "Halva", "p": "countryOfOrigin", "o": "Norway", "q": {"position": 1}}
    said = claim(FILM, "countryOfOrigin", Mention("Country", "Norway"), qualifiers={"position": 2})
    done = evaluate([said], gold(tmp_path, place))
    assert done.false[0].reason == "position is 2, wanted 1"


def test_a_qualifier_that_no_claim_gives_is_a_miss_but_the_claim_stays_true(tmp_path: Path) -> None:
    place = {"s": "Halva", "p": "countryOfOrigin", "o": "Norway", "q": {"position": 1}}
    said = claim(FILM, "countryOfOrigin", Mention("Country", "Norway"))
    done = evaluate([said], gold(tmp_path, place))
    assert (done.tiers[0].found, done.false) == (0, ())


def test_agreeing_claims_carry_the_qualifiers_together(tmp_path: Path) -> None:
    shown = {"s": "Halva", "p": "screenedAt", "o": "Oslo 2020", "q": {"section": "Forum", "date": "2020-01-02"}}
    edition = Mention("FestivalEdition", "Oslo 2020")
    one = claim(FILM, "screenedAt", edition, qualifiers={"section": "forum"})
    other = claim(FILM, "screenedAt", edition, qualifiers={"date": "2020-01-02"})
    assert evaluate([one, other], gold(tmp_path, shown)).good


def test_a_qualifier_beyond_the_fact_is_not_scored(tmp_path: Path) -> None:
    cast = {"s": "Ona Brell", "p": "starredIn", "o": "Halva"}
    said = claim(Mention("Person", "Ona Brell"), "starredIn", FILM, qualifiers={"billing": 3})
    assert evaluate([said], gold(tmp_path, cast)).good


def test_an_alternative_spelling_holds_throughout_the_document(tmp_path: Path) -> None:
    named = {**TYPE, "q": {"alt": ["Halva!"]}}
    said = claim(Mention("Person", "Ona Brell"), "directed", Mention("Film", "Halva!"))
    assert evaluate([said], gold(tmp_path, named, DIRECTED)).good


def test_an_alternative_object_will_do(tmp_path: Path) -> None:
    prize = {"s": "Halva", "p": "award", "o": "Goya", "q": {"alt_o": ["Goya Award"]}}
    assert evaluate([claim(FILM, "award", Mention("Award", "Goya Award"))], gold(tmp_path, prize)).good


def test_quotes_and_spaces_do_not_count_but_capitals_do() -> None:
    assert fold("The\u00a0Party’s  Over ") == fold("The Party's Over") != fold("The party's over")


def test_a_country_may_have_any_of_its_english_names(tmp_path: Path) -> None:
    told = claim(FILM, "countryOfOrigin", Mention("Country", "Czechia"))
    assert not misses(evaluate([told], gold(tmp_path, {"s": FILM.name, "p": "countryOfOrigin", "o": "Czech Republic"})))


def test_a_country_may_have_another_name_that_the_gold_lists(tmp_path: Path) -> None:
    told = claim(FILM, "countryOfOrigin", Mention("Country", "Czechia"))
    row = {"s": FILM.name, "p": "countryOfOrigin", "o": "Czech Republic", "q": {"alt_o": ["Czechia"]}}
    assert not misses(evaluate([told], gold(tmp_path, row)))


def test_a_symmetric_predicate_agrees_either_way_round(tmp_path: Path) -> None:
    pair = {"s": "Oy Film", "p": "coProducedWith", "o": "Ab Film", "q": {"work": "Halva"}}
    said = claim(
        Mention("Company", "Ab Film"),
        "coProducedWith",
        Mention("Company", "Oy Film"),
        qualifiers={"work": "Halva"},
    )
    assert evaluate([said], gold(tmp_path, pair)).good


def test_a_directed_predicate_does_not(tmp_path: Path) -> None:
    pair = {"s": "Halva", "p": "sequelOf", "o": "Sesam"}
    turned = claim(Mention("Film", "Sesam"), "sequelOf", FILM)
    assert evaluate([turned], gold(tmp_path, pair)).false


def test_a_type_is_found_where_any_claim_mentions_the_name_so(tmp_path: Path) -> None:
    assert evaluate([ONA], gold(tmp_path, TYPE, DIRECTED)).good


def test_a_mention_under_the_wrong_class_makes_a_claim_false_and_the_type_missed(tmp_path: Path) -> None:
    said = claim(Mention("Person", "Ona Brell"), "directed", Mention("Series", "Halva"))
    done = evaluate([said], gold(tmp_path, TYPE, DIRECTED))
    assert (done.false[0].reason, len(misses(done))) == ("Halva is a Film, not a Series", 2)


def test_a_person_may_bear_the_name_of_a_film(tmp_path: Path) -> None:
    shown = {"s": "Halva", "p": "features", "o": "Halva"}
    assert evaluate([claim(FILM, "features", Mention("Person", "Halva"))], gold(tmp_path, TYPE, shown)).good


def test_a_company_may_turn_out_a_public_body(tmp_path: Path) -> None:
    body = {"s": "Nordfond", "p": "type", "o": "Company"}
    funded = {"s": "Nordfond", "p": "funded", "o": "Halva"}
    assert evaluate([claim(Mention("PublicBody", "Nordfond"), "funded", FILM)], gold(tmp_path, body, funded)).good


def test_an_invented_film_costs_precision_of_type(tmp_path: Path) -> None:
    ghost = claim(Mention("Person", "Ona Brell"), "directed", Mention("Film", "Ghost"))
    done = evaluate([ONA, ghost], gold(tmp_path, TYPE, DIRECTED))
    row = next(row for row in done.predicates if row.name == "type")
    assert (row.true, row.claimed) == (1, 2)


def test_an_item_is_compared_by_its_number(tmp_path: Path) -> None:
    told = {"s": "Halva", "p": "describedIn", "o": "elsewhere/page.txt#1"}
    assert evaluate([claim(FILM, "describedIn", Mention("Item", f"{PAGE}#1"))], gold(tmp_path, told)).good


def derived(*rests_on: Claim) -> Claim:
    pair = (Mention("Country", "Norway"), "coProducedWith", Mention("Country", "Sweden"))
    ids = tuple(one.id for one in rests_on)
    return claim(*pair, qualifiers={"work": "Halva"}, certainty="inferred", rests_on=ids)


def test_a_derived_claim_is_counted_apart_and_holds_with_its_premises(tmp_path: Path) -> None:
    done = evaluate([ONA, derived(ONA)], gold(tmp_path, DIRECTED))
    assert (done.derived, done.derived_false, done.false) == (1, (), ())


def test_a_derived_claim_falls_with_a_premise(tmp_path: Path) -> None:
    wrong = claim(Mention("Person", "Piet Ull"), "directed", FILM)
    done = evaluate([ONA, wrong, derived(ONA, wrong)], gold(tmp_path, DIRECTED))
    assert (len(done.derived_false), len(done.false)) == (1, 1)


def test_a_derived_claim_without_its_premises_does_not_hold(tmp_path: Path) -> None:
    done = evaluate([derived(ONA)], gold(tmp_path, DIRECTED))
    assert len(done.derived_false) == 1


def test_two_derived_claims_may_share_a_premise(tmp_path: Path) -> None:
    low = derived(ONA)
    high = claim(FILM, "shotIn", Mention("Place", "Oslo"), certainty="inferred", rests_on=(low.id, ONA.id))
    assert evaluate([ONA, low, high], gold(tmp_path, DIRECTED)).good


def test_an_inference_that_rests_on_nothing_named_is_scored_like_any_claim(tmp_path: Path) -> None:
    guess = claim(Mention("Person", "Ona Brell"), "nationality", Mention("Country", "Norway"), certainty="inferred")
    assert len(evaluate([ONA, guess], gold(tmp_path, DIRECTED)).false) == 1


def test_what_headline_and_teaser_both_say_is_one_statement(tmp_path: Path) -> None:
    again = claim(Mention("Person", "Ona Brell"), "directed", FILM, start=40)
    done = evaluate([ONA, again], gold(tmp_path, TYPE, DIRECTED))
    row = next(row for row in done.predicates if row.name == "directed")
    assert (row.true, row.claimed, row.precision, row.recall) == (1, 1, 1.0, 1.0)


def test_claims_of_documents_outside_the_gold_are_left_out(tmp_path: Path) -> None:
    other = claim(Mention("Person", "Piet Ull"), "directed", FILM, document="seeds/other.txt")
    assert evaluate([ONA, other], gold(tmp_path, DIRECTED)).good


def test_a_document_of_the_gold_that_was_not_read_is_named(tmp_path: Path) -> None:
    done = evaluate([], gold(tmp_path, DIRECTED))
    assert (done.unread, done.tiers[0].found) == (("page.txt",), 0)


def test_a_page_read_without_claims_is_not_called_unread(tmp_path: Path) -> None:
    assert evaluate([], gold(tmp_path, DIRECTED), {PAGE: "listing"}).unread == ()


def test_a_seed_that_fits_two_documents_is_refused(tmp_path: Path) -> None:
    other = claim(Mention("Person", "Ona Brell"), "directed", FILM, document="more/page.txt")
    with pytest.raises(SourceError, match=r"page\.txt could be more/page\.txt or seeds/page\.txt"):
        evaluate([ONA, other], gold(tmp_path, DIRECTED))


def test_each_kind_has_a_row(tmp_path: Path) -> None:
    done = evaluate([ONA], gold(tmp_path, DIRECTED), {PAGE: "listing"})
    assert [(row.name, row.wanted) for row in done.kinds] == [("listing", 1)]


def test_f1_is_the_harmonic_mean(tmp_path: Path) -> None:
    wrong = claim(Mention("Person", "Piet Ull"), "wrote", FILM)
    done = evaluate([ONA, wrong], gold(tmp_path, TYPE, DIRECTED))
    assert done.total.f1 == pytest.approx(0.8)  # 2 of 3 statements, 2 of 2 facts


def test_the_page_beside_a_page_wise_gold_is_its_document(tmp_path: Path) -> None:
    folder = tmp_path / "golden" / "first"
    folder.mkdir(parents=True)
    row = {"item": 1, "s": "Ona Brell", "p": "directed", "o": "Halva", "tier": "core"}
    (folder / "gold.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert read_gold(tmp_path / "golden").seeds == ("first/page.txt",)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"s": "A", "p": "directed", "o": "B", "tier": "core"}',
        '{"seed": "x", "s": "", "p": "directed", "o": "B", "tier": "core"}',
        '{"seed": "x", "s": "A", "p": "directed", "o": "B", "tier": "gold"}',
        '{"seed": "x", "item": "1", "s": "A", "p": "directed", "o": "B", "tier": "core"}',
    ],
)
def test_a_line_that_is_no_fact_is_named_with_its_place(tmp_path: Path, line: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(SourceError, match="not a fact") as caught:
        read_gold(path)
    assert caught.value.where == f"{path}:2"


def test_a_fact_beyond_the_gold_needs_its_words(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="needs the words"):
        gold(tmp_path, TYPE, beyond=({**DIRECTED, "words": " "},))


def test_a_path_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no gold\.jsonl"):
        read_gold(tmp_path)


def test_the_scorecard_names_every_miss_and_every_false_claim(tmp_path: Path) -> None:
    wrong = claim(Mention("Person", "Piet Ull"), "wrote", FILM)
    text = "\n".join(render(evaluate([wrong], gold(tmp_path, DIRECTED))))
    assert "- page.txt#1: Ona Brell – directed – Halva" in text
    assert f"- {PAGE}#1: Piet Ull – wrote – Halva; no such fact; test: “Halva”" in text


def test_the_scorecard_gives_each_predicate_its_figures(tmp_path: Path) -> None:
    text = "\n".join(render(evaluate([ONA], gold(tmp_path, DIRECTED, TYPE))))
    assert "| directed |     1.000 |  1.000 | 1.000 |          1/1 |          1/1 |" in text
