import pytest

from corpus.reading.written_dates import announces_change, leading, read, statement, within


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023", "2023"),
        ("2023-09", "2023-09"),
        ("2023-9-5", "2023-09-05"),
        ("20230905", "2023-09-05"),
        ("2023/09/05", "2023-09-05"),
        ("2023-09-05T23:30:00+02:00", "2023-09-05"),
        ("2023-09-05 23:30:00.123Z", "2023-09-05"),
        ("20230905T233000Z", "2023-09-05"),
        ("5 september 2023", "2023-09-05"),
        ("do. 5 sept. 2023, 10.22 uur", "2023-09-05"),
        ("1 maart 2024 om 08:00", "2024-03-01"),
        ("September 5, 2023 at 10:22 am", "2023-09-05"),
        ("Tue, 05 Sep 2023 10:00:00 GMT", "2023-09-05"),
        ("the 5th", None),
        ("mei 2024", "2024-05"),
        ("05-09-2023", "2023-09-05"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("03/04/2023", None),
        ("2023-13", None),
        ("2023-02-30", None),
        ("2023 was a good year", None),
        ("yesterday", None),
        ("maandag 4 september 2023 | 18:32", "2023-09-04"),
        ("04 sep 2023 • 18:32", "2023-09-04"),
        ("04.09.2023, 18:32 Uhr", "2023-09-04"),
        ("4. September 2023", "2023-09-04"),
        ("12. März 2023", "2023-03-12"),
        ("woe 6 sep 2023", "2023-09-06"),
        ("Mon Sep 4 18:32:00 2023", "2023-09-04"),
        ("Tue Jul 30 09:35:14 CEST 2019", "2019-07-30"),
        ("Mon Sep 04 2023 18:32:00 GMT+0200 (CEST)", "2023-09-04"),
        ("Mon Sep 04 2023 18:32:00 GMT+0200 (Central European Summer Time)", "2023-09-04"),
        ("Published 6:32 PM EDT, Mon September 4, 2023", "2023-09-04"),
        ("September 4, 2023 6:32 p.m. ET", "2023-09-04"),
        ("September 4, 20236:32 PM ET", "2023-09-04"),
        ("September 4, 2023 / 6:32 PM / The Skelby Times", "2023-09-04"),
        ("Sept. 4, 2023 Updated 6:32 p.m. ET", "2023-09-04"),
        ("Updated 1832 GMT (0232 HKT) September 4, 2023", "2023-09-04"),
        ("18:32, 4 september 2023", "2023-09-04"),
        ("Gepubliceerd op 4 september 2023", "2023-09-04"),
        ("Geplaatst op maandag 4 september 2023 - 18:32", "2023-09-04"),
        ("Laatste update: 4 september 2023, 18:32", "2023-09-04"),
        ("04 september 2023 | Skelby", "2023-09-04"),
        ("4 september 2023 - Leestijd 3 minuten", "2023-09-04"),
        ("4 september 2023 - 8 september 2023", None),
        ("2023-09-04 18:32:00 +0200 CEST", "2023-09-04"),
        ("20230904183200", "2023-09-04"),
        ("2023.09.04", "2023-09-04"),
        ("09-2023", "2023-09"),
        ("najaar 2023", "2023"),
        ("04-09-23 18:32", "2023-09-04"),
        ("04.09.23", "2023-09-04"),
        ("31-12-99", "1999-12-31"),
        ("4 sep '23", "2023-09-04"),
        ("25 dec 23", "2023-12-25"),
        ("04/09/23", None),
        ("12/13/23", None),
        ("02-13-2023", "2023-02-13"),
        ("13/13/2023", None),
        ("4 september 18:32", None),
        ("4 september 23 uur", None),
        ("2023-247", None),
        ("2023/24", None),
        ("1693845120", None),
        ("31 februari 2023", None),
        ("1970-01-01", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(written: str, date: str | None) -> None:
    found = read(written)
    assert (str(found) if found else None) == date


def test_what_follows_a_date_is_told_apart_from_its_time() -> None:
    found = leading("2023-09 120 mensen op de kade")
    assert found
    assert (str(found[0]), found[1]) == ("2023-09", " 120 mensen op de kade")


def test_a_two_digit_year_is_read_only_where_the_date_stands_alone() -> None:
    assert leading("4 mei 45 doden herdacht") is None
    assert leading("25 dec 23") is None


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Laatste update: 04-09-23", None, "2023-09-04"),
        ("Bijgewerkt op 4 september 2023", None, "2023-09-04"),
        ("Last updated: Sept. 4, 2023, 10:00 AM", None, "2023-09-04"),
        ("4 sep 2023, bijgewerkt: 5 sep 2023 12:00", "2023-09-04", "2023-09-05"),
        ("Bijgewerkt 5 september 2023 | Gepubliceerd op 4 september 2023", "2023-09-04", "2023-09-05"),
        ("Published 4 Sep 2023 (updated 5 Sep 2023)", "2023-09-04", "2023-09-05"),
        ("Ma 4 september 2023, 18:32 Laatste update: 20:11", "2023-09-04", None),
    ],
)
def test_a_line_says_whether_its_date_is_of_publication_or_of_change(
    line: str, published: str | None, modified: str | None
) -> None:
    said = statement(line)
    assert said
    assert [str(date) if date else None for date in (said.published, said.modified)] == [published, modified]


@pytest.mark.parametrize(
    "line", ["Door Jan op vrijdag", "De brug werd op 4 september 2023 gesloten.", "x" * 300, ""]
)
def test_other_lines_state_no_date(line: str) -> None:
    assert statement(line) is None


@pytest.mark.parametrize(
    ("line", "marked", "day"),
    [
        ("Posted by Nora Lee on March 4, 2019", False, "2019-03-04"),
        ("Door Sanne de Wit | maandag 4 september 2023, 18:32 | Regio", False, "2023-09-04"),
        ("Sanne de Wit, 4.9.23", True, "2023-09-04"),
        ("Sanne de Wit, 4.9.23", False, None),
        ("Vergadering op 4 september 2023", False, None),
        ("Van 4 september 2023 tot 8 september 2023", True, None),
    ],
)
def test_a_date_within_a_byline_is_read_where_the_line_is_one(
    line: str,
    marked: bool,  # noqa: FBT001 - pytest names it
    day: str | None,
) -> None:
    said = within(line, marked=marked)
    assert (str(said.published) if said else None) == day


def test_words_before_a_date_may_announce_a_change() -> None:
    assert announces_change("Laatste update: ")
    assert not announces_change("Gepubliceerd: ")
    assert not announces_change("Update over de pont van ")
