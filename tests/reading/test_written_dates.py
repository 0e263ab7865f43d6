import pytest

from corpus.reading.written_dates import leading, read


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
