import pytest

from corpus.address import identity, is_address, of_page

PAGE = "https://krant.example/nieuws/brug"


@pytest.mark.parametrize(
    "spelling",
    [
        "http://krant.example/nieuws/brug",
        "https://www.krant.example/nieuws/brug",
        "https://KRANT.Example/nieuws/brug",
        "https://krant.example:443/nieuws/brug",
        "http://krant.example:80/nieuws/brug",
        "https://krant.example/nieuws/brug/",
        "https://krant.example/nieuws//brug",
        "https://krant.example/nieuws/./brug",
        "https://krant.example./nieuws/brug",
        "https://krant.example/nieuws/brug?utm_source=nieuwsbrief&utm_medium=e-mail",
        "https://krant.example/nieuws/brug?fbclid=IwAR0",
        "https://krant.example/nieuws/brug?gclid=1&msclkid=2&mc_cid=3&igshid=4&_ga=5",
        "https://krant.example/nieuws/brug#reacties",
        "https://m.krant.example/nieuws/brug",
        "https://amp.krant.example/nieuws/brug",
        "https://www.m.krant.example/nieuws/brug",
        "https://krant.example/nieuws/brug/amp",
        "https://krant.example/nieuws/brug/amp/",
        "https://krant.example/amp/nieuws/brug",
        "https://krant.example/nieuws/brug?amp=1",
        "https://krant.example/nieuws/brug/index.html",
        "https://krant.example/nieuws/brug;jsessionid=0A1B",
        " http://WWW.krant.example:80/nieuws/brug/index.html?utm_campaign=x#top ",
    ],
)
def test_every_spelling_of_an_address_is_one_page(spelling: str) -> None:
    assert identity(spelling) == PAGE


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("https://krant.example/lees?id=4&deel=2", "https://krant.example/lees?deel=2&id=4"),
        ("https://krant.example/café", "https://krant.example/caf%c3%a9"),
        ("https://münster.example/a", "https://xn--mnster-3ya.example/a"),
        ("https://krant.example", "http://www.krant.example/index.php"),
    ],
)
def test_the_order_of_parameters_and_the_way_letters_are_written_make_no_other_page(
    one: str, same: str
) -> None:
    assert identity(one) == identity(same)


@pytest.mark.parametrize(
    "other",
    [
        "https://krant.example/nieuws/brug-2",
        "https://krant.example/Nieuws/brug",
        "https://sport.krant.example/nieuws/brug",
        "https://krant.example:8080/nieuws/brug",
        "https://krant.example/nieuws/brug?id=7",
        "https://krant.example/nieuws/brug?page=2",
        "https://krant.example/nieuws/brug?uid=3&cid=4&gallery=5&source=6",
        "https://krant.example/nieuws/brug?eid=3&reference=4&game=5&session=6&keyword=7",
        "https://krant.example/nieuws/brug?12345",
        "https://krant.example/https://krant.example/nieuws/brug",
        "https://krant.example/nieuws/brug/sample",
        "https://krant.example/nieuws/brug/kamp",
        "ftp://krant.example/nieuws/brug",
    ],
)
def test_what_may_be_another_page_stays_another(other: str) -> None:
    assert identity(other) != PAGE


@pytest.mark.parametrize("host", ["m.example", "www.example", "amp.example", "127.0.0.1:8000", "[::1]:8080"])
def test_a_host_that_is_only_such_a_word_or_a_number_keeps_it(host: str) -> None:
    assert identity(f"https://{host}/a") == f"https://{host}/a"


@pytest.mark.parametrize(
    "written", ["", "brug.txt", "https://krant.example:99999/a", "http:///a", "https://["]
)
def test_what_is_no_address_stays_as_it_is(written: str) -> None:
    assert identity(written) == written


def test_the_identity_of_an_address_is_itself_one_of_its_spellings() -> None:
    once = identity("http://www.krant.example/a//b/?z=1&a=é&utm_id=3")
    assert is_address(once)
    assert identity(once) == once


@pytest.mark.parametrize(
    ("fetched", "canonical", "url"),
    [
        ("http://www.krant.example/a?utm_id=1", "https://krant.example/b", "https://krant.example/b"),
        ("https://m.krant.example/a", "https://www.krant.example/b", "https://www.krant.example/b"),
        ("https://krant.example/a/amp", "/a", "https://krant.example/a"),
        ("https://krant.co.uk/a", "https://andere.co.uk/b", "https://krant.co.uk/a"),
        ("https://iemand.blogs.example/a", "https://ander.blogs.example/b", "https://iemand.blogs.example/a"),
        ("https://sport.krant.example/a", "https://krant.example/b", "https://sport.krant.example/a"),
        ("https://krant.example/a?utm_id=1#b", "https://krant.example/", "https://krant.example/a"),
        ("https://krant.example/a", "https://krant.example:8080/b", "https://krant.example/a"),
        ("https://krant.example/a", "https://krant.example:99999/b", "https://krant.example/a"),
        ("https://krant.example/a", "https://[", "https://krant.example/a"),
        ("https://krant.example/a", None, "https://krant.example/a"),
        (None, "https://krant.example/b?fbclid=1", "https://krant.example/b"),
        (None, "/b", None),
    ],
)
def test_a_page_may_name_another_address_on_its_own_host_alone(
    fetched: str | None, canonical: str | None, url: str | None
) -> None:
    assert of_page(fetched, canonical) == url
