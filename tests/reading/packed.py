"""Word documents and e-books, made on the spot as their programs make them."""

from __future__ import annotations

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="'
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="{target}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
)
_STYLES = (
    f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style></w:styles>'
)
_NUMBERS = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Sjabloon</dc:title><dc:creator>Beheer Kantoor</dc:creator>"
    "<dcterms:created>2026-01-02T10:00:00Z</dcterms:created></cp:coreProperties>"
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Pack parts as a ZIP archive; `mimetype` is stored and not packed, as the standard of EPUB asks."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            kept = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=kept)
    return file.getvalue()


def paragraph(words: str, style: str = "", level: int | None = None) -> str:
    """Write a paragraph as Word does, as an item of a list where it has a level."""
    listed = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{listed}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def table(*rows: list[str]) -> str:
    """Write a table as Word does."""
    written = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{cells}</w:tr>" for cells in written) + "</w:tbl>"


def word(body: str) -> bytes:
    """Pack what a document holds with the parts that Word puts beside it."""
    relations = "".join(
        f'<Relationship Id="r{kind}" Target="{kind}.xml" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        for kind in ("styles", "numbering")
    )
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="word/document.xml"),
            "docProps/core.xml": _CORE,
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/'
            f'2006/relationships">{relations}</Relationships>',
            "word/styles.xml": _STYLES,
            "word/numbering.xml": _NUMBERS,
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        }
    )


def book(metadata: str, *chapters: str, beside: str = "", **parts: str) -> bytes:
    """Pack chapters, each the body of a page, as an EPUB; `beside` is a part out of order."""
    names = [f"chapter%20{number}.xhtml" for number in range(len(chapters))]
    items = "".join(
        f'<item id="c{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names
    )
    spine = "".join(f'<itemref idref="c{name}"/>' for name in names)
    if beside:
        items += '<item id="beside" href="beside.xhtml" media-type="application/xhtml+xml"/>'
        spine += '<itemref idref="beside" linear="no"/>'
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="OEBPS/package.opf"/></rootfiles></container>',
            "OEBPS/package.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/'
            f'opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata><manifest>'
            '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
            f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>',
            "OEBPS/beside.xhtml": page.format(beside),
            "OEBPS/nav.xhtml": page.format("<nav><ol><li>Inhoud van het boek</li></ol></nav>"),
            **{
                f"OEBPS/chapter {number}.xhtml": page.format(chapter)
                for number, chapter in enumerate(chapters)
            },
            **parts,
        }
    )
