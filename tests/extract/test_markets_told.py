"""What sellers bring to markets, who is seen in what, and lines that show where a film is shown."""

from __future__ import annotations

from kg.document import Document
from kg.extract import read_all

HEAD = (
    "Danish films are on their way\nBy Anna Moe, 12 March 2019\n\nCOPENHAGEN: Danish producers have had a busy spring, "
    "and several productions have been started in the last weeks, as the national film body told us.\n\n"
)


def told(text: str) -> set[str]:
    """Give the claims of a page as words, with the territory where they have one."""
    (reading,) = read_all([Document("page", text)])
    return {
        " ".join(
            filter(
                None,
                [
                    claim.subject.name,
                    claim.predicate,
                    str(getattr(claim.object, "name", "")),
                    str(claim.qualifiers.get("territory", "")),
                ],
            )
        )
        for claim in reading.claims
    }


def test_a_seller_arrives_with_a_film_from_somebody() -> None:
    page = (
        HEAD + "ABC Studios arrives on the Croisette with sci-fi They Heard Us from Neil Blomstad, its third with him."
    )
    assert {"ABC Studios sold They Heard Us", "Neil Blomstad directed They Heard Us"} <= told(page)


def test_who_directs_and_stars_plays_alongside_the_others() -> None:
    page = HEAD + (
        "Lions International will be talking up Good Luck, which Aziz Anwari will direct and star in alongside Karl "
        "Reeve and Seth Rogan."
    )
    assert {"Aziz Anwari directed Good Luck", "Aziz Anwari starredIn Good Luck", "Karl Reeve starredIn Good Luck"} <= (
        told(page)
    )


def test_a_nation_before_a_co_producer_produces_nothing() -> None:
    page = HEAD + (
        "Night Boat Home by James Marsden is being shot. Andrew Eton produces for Turbo Studios with Conor McCann for "
        "DNC Film alongside Spanish co-producer Mogambi."
    )
    assert "Spanish produced Night Boat Home" not in told(page)


def test_at_a_seller_sales_begin() -> None:
    page = HEAD + "At EuropaCine, pre-sales begin for Valeria by Luc Besset, starring Dana Haan and Cara Develin."
    assert "EuropaCine sold Valeria" in told(page)


def test_a_project_on_a_sellers_slate_is_sold_by_it() -> None:
    page = (
        HEAD + "Another notable entry on Europa Cine’s slate is the project Thrice by Jean-François Rechat, a thriller."
    )
    assert "Europa Cine sold Thrice" in told(page)


def test_who_co_produces_may_sell_as_well() -> None:
    page = HEAD + "Le Paquet co-produces and will sell Catch the Sun by the Palestinian director Sami Zoubi, a comedy."
    assert {"Le Paquet coProduced Catch the Sun", "Le Paquet sold Catch the Sun"} <= told(page)


def test_actors_in_the_lead_roles_produce_nothing() -> None:
    page = HEAD + (
        "The festival shows Return To Salt by the Chinese director Li Ruijin. With Wu Renlan and Hai Qin in the lead "
        "roles, it tells of two humble people."
    )
    assert "Wu Renlan starredIn Return To Salt" in told(page)
    assert "Wu Renlan produced Return To Salt" not in told(page)


def test_a_persons_film_is_directed_by_them() -> None:
    page = HEAD + "There is a screening of the sci-fi Rubicon Two, a Magdalena Lauritz film that stars George Blagdon."
    assert "Magdalena Lauritz directed Rubicon Two" in told(page)
    assert "Magdalena Lauritz produced Rubicon Two" not in told(page)


def test_a_competition_is_no_film() -> None:
    page = HEAD + (
        "In East of the West, the competition for films of Central Europe, the Czech director Jitka Rudolf vies for "
        "the prize with a drama, Delights."
    )
    assert not any(" In East of the West" in claim for claim in told(page))


def test_whom_agents_represent_direct_nothing() -> None:
    page = HEAD + (
        "Second Acts by Sam Irvin will star Jodie Sweeting and Tilky Jonas. Sweeting’s reps are A5 Agency and Rothmann "
        "Entertainment; Jonas’ Innovating Artists."
    )
    assert not any("Innovating Artists" in claim for claim in told(page))


def test_a_small_word_within_a_companys_name_belongs_to_it() -> None:
    page = HEAD + "Second Acts by Sam Irvin is being shot. Derek Sulak and Oren Kamar produce for Fade to Black Films."
    assert "Fade to Black Films produced Second Acts" in told(page)


def test_a_title_above_with_its_section_is_of_what_stands_below() -> None:
    page = HEAD + (
        "The Opponents – Panorama (world premiere)\nA rumour that wrecks their life drives a family out of Iran, and "
        "they land in a hotel.\nPayman Madani, the actor known from such Asghar Farhan films as A Parting, headlines "
        "writer-director Milo Alam’s follow-up to The Charming. Marall Nasir and Björn Elgard also star.\n"
    )
    assert {
        "Marall Nasir starredIn The Opponents",
        "Milo Alam directed The Opponents",
        "Milo Alam directed The Charming",
        "Payman Madani starredIn A Parting",
    } <= told(page)


def test_the_national_distributor_is_of_its_nation() -> None:
    page = (
        HEAD + "The Opponents by Milo Alam is out. The Swedish distributor is TriArk Film, which opens it on March 31."
    )
    assert "TriArk Film distributed The Opponents Sweden" in told(page)


def test_a_title_may_have_its_credits_behind_a_dash() -> None:
    page = HEAD + (
        "THE MARSH QUEEN’S SON – Director: Morten Tildum; Cast: Alice Vikand. Adaptation of a novel, which tells the "
        "story of a woman. Sellers: STQ International, Anonymous Contents.\n\n"
        "OPHELINE – Director: Claire McCarthy; Cast: Daisy Ridler, Naomi Watt. A retelling of a play. Seller: Covered "
        "Media.\n"
    )
    assert {
        "Claire McCarthy directed OPHELINE",
        "Daisy Ridler starredIn OPHELINE",
        "Covered Media sold OPHELINE",
        "STQ International sold THE MARSH QUEEN’S SON",
    } <= told(page)


def test_projects_with_their_makers_are_no_releases() -> None:
    page = (
        "Seven projects are to be pitched at the first distribution workshop, where films find their distributors.\n\n"
        "The event is for second or third features by established companies, be they in development or shot.\n\n"
        "  • Valhalls by Fenar Ahmed (Denmark). Produced by Profiled Pictures, distributed by Nordic Film. Comic books "
        "become a film.\n"
        "  • Memory of Salt by Saara Saarel (Finland) Produced by Bufa, distributed by B-Plans.\n"
    )
    claims = told(page)
    assert {"Fenar Ahmed directed Valhalls", "Bufa produced Memory of Salt"} <= claims
    assert not any(claim.startswith("Valhalls stage") for claim in claims)


def test_who_joins_somebody_in_a_directors_next_film_plays_in_it() -> None:
    listing = (
        "All Europe articles\n-\nNews\nDavison and Keenan travel to Winter’s Genoa\nHope Davison and Cath Keenan have "
        "been confirmed to join Colin Firthing in Michael Winter’s next effort, Genoa Bay.\n-\nNews\nSund takes a "
        "film\nSund Films is closing deals in Cannes.\n-\nNews\nThree prizes for a debut\nThe prizes went to Oslo.\n"
    )
    assert {"Hope Davison starredIn Genoa Bay", "Colin Firthing starredIn Genoa Bay"} <= told(listing)


def test_a_maker_calls_on_actors() -> None:
    page = HEAD + (
        "Benoît Jacot is shooting Son Corps. The filmmaker has called on Mathieu Amalrix, Julia Roi and Jeanne "
        "Balibard, among others."
    )
    assert {"Mathieu Amalrix starredIn Son Corps", "Jeanne Balibard starredIn Son Corps"} <= told(page)
