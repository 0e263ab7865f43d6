"""A consent wall is told by what it says to its visitor, whoever made it; a page about cookies is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.article import Draft

Save = Callable[[str, str | bytes], str]


def page(heading: str, *paragraphs: str, buttons: tuple[str, ...] = ()) -> str:
    shown = [*(f"<p>{one}</p>" for one in paragraphs), *(f"<button>{one}</button>" for one in buttons)]
    return (
        f"<html><head><title>{heading}</title></head><body><h1>{heading}</h1>{''.join(shown)}</body></html>"
    )


WALLS = [
    page(
        "Wij waarderen uw privacy",
        "Wij en onze partners slaan informatie op een apparaat op en verwerken persoonsgegevens, zoals unieke"
        " kenmerken. U kunt uw keuzes op elk moment wijzigen.",
        buttons=("Akkoord", "Meer opties"),
    ),
    page(
        "Cookies",
        "Wij en 142 partners gebruiken technieken om gegevens op uw apparaat te bewaren, voor advertenties op"
        " maat. Kies Akkoord om verder te gaan.",
        buttons=("Akkoord", "Weigeren"),
    ),
    page(
        "We gebruiken cookies",
        "Zo werkt de site beter en zien wij wat lezers boeit. Kies hieronder wat u goedvindt.",
        "Alles accepteren",
        "Alleen noodzakelijk",
        "Instellingen",
    ),
    page("Cookies", "Zonder uw keuze tonen wij de pagina niet.", buttons=("Akkoord", "Weigeren")),
    page(
        "Voordat je verdergaat naar De Bode",
        "Wij geven om je privacy. Wij en onze adverteerders gebruiken cookies om de site te verbeteren.",
        buttons=("Akkoord", "Weiger alles"),
    ),
    page(
        "Before you continue",
        "We use cookies and data to deliver our services and to measure how they are used.",
        "If you choose Accept all, we will also use them to show personalised ads.",
        buttons=("Accept all", "Reject all", "More options"),
    ),
    page(
        "We value your privacy",
        "We and our partners store and access information on a device and process personal data for ads and"
        " content measurement. You can change your preferences at any time.",
        "MORE OPTIONS",
        "AGREE",
    ),
    page(
        "This website uses cookies",
        "We use cookies to personalise content and to analyse our traffic.",
        buttons=("Only necessary", "Allow all"),
    ),
    page(
        "Cookies on the Echo", "Please let us know if you agree.", "Yes, I agree", "No, take me to settings"
    ),
]
ARTICLES = [
    page(
        "Rechter over cookies", "Sites mogen bezoekers niet dwingen om cookies te accepteren, zei de rechter."
    ),
    page(
        "Wat zijn cookies?",
        "Een cookie is een klein bestand dat een website op een computer zet. In de opties van de browser"
        " zijn cookies te weigeren.",
    ),
    page(
        "Web shop fined over cookies",
        "The regulator has fined a web shop 40,000 euros because visitors could not reject cookies. “We use"
        " cookies like everybody else,” its owner said. The shop will appeal in May.",
    ),
    page(
        "How to delete cookies",
        "Open the menu of your browser and choose Settings. Then click Delete cookies. Your browser asks"
        " whether you want to keep passwords.",
        buttons=("Accept all cookies", "Settings"),
    ),
    page("Consent in care homes", "Nurses must ask for consent before they wash a patient, a new rule says."),
    page(
        "Brug dicht", "De brug over de Drost is dicht. Het verkeer rijdt om.", buttons=("Akkoord", "Weigeren")
    ),
    (
        "<html><head><title>Index of /archive</title></head><body><h1>Index of /archive</h1><pre>"
        "<a href='consent.html'>consent.html</a> 04-Sep-2023 1K\n<a href='bridge.html'>bridge.html</a> 4K\n"
        "<a href='privacy.html'>privacy.html</a> 2K</pre></body></html>"
    ),
]


@pytest.mark.parametrize("wall", WALLS)
def test_a_page_whose_text_is_the_wall_is_refused(
    save: Save, complaint: Callable[[str], str], wall: str
) -> None:
    assert "consent wall" in complaint(save("wall.html", wall))


@pytest.mark.parametrize("written", ARTICLES)
def test_a_page_that_only_tells_of_cookies_or_links_to_such_a_page_is_none(
    save: Save, article: Callable[[str], Draft], written: str
) -> None:
    assert article(save("a.html", written)).text
