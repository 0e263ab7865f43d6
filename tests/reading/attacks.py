"""What strangers try with an address, a redirect or a site of their own: data, each with a name."""

from dataclasses import dataclass

PRIVATE = "into a private network"
UNKNOWN = "No site goes by this name"
MISSPELT = "not an address that can be opened"
NOT_WEB = "Only http and https"
PORT = "where no news site is"
CREDENTIALS = "neither sends nor keeps"
TOO_SLOW = "took too long"
TOO_LARGE = "over 20 MB"
DAMAGED = "broke off or sent a damaged answer"
CIRCLE = "redirects in a circle"

# Hosts that lead, or seem to lead, where nobody may read: by what is told of them.
HOSTS: dict[str, dict[str, str]] = {
    PRIVATE: {
        "this machine": "127.0.0.1",
        "another of its addresses": "127.8.8.8",
        "in decimal": "2130706433",
        "in octal": "017700000001",
        "in hexadecimal": "0x7f000001",
        "hexadecimal and short": "0x7f.1",
        "of two parts": "127.1",
        "of three parts": "127.0.1",
        "nought": "0",
        "any address": "0.0.0.0",  # noqa: S104 - named, not listened on
        "ideographic dots": "127。0。0。1",
        "IPv6 any": "[::]",
        "IPv6 this machine": "[::1]",
        "IPv6 written out": "[0:0:0:0:0:0:0:1]",
        "IPv4-mapped": "[::ffff:127.0.0.1]",
        "IPv4-mapped in hexadecimal": "[::ffff:7f00:1]",
        "IPv4-compatible": "[::127.0.0.1]",
        "IPv4-translated": "[::ffff:0:127.0.0.1]",
        "6to4": "[2002:7f00:1::]",
        "NAT64": "[64:ff9b::7f00:1]",
        "NAT64 to metadata": "[64:ff9b::a9fe:a9fe]",
        "NAT64 of one's own": "[64:ff9b:1::7f00:1]",
        "Teredo": "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "link-local": "[fe80::1]",
        "link-local with a zone": "[fe80::1%lo]",
        "site-local": "[fec0::1]",
        "unique local": "[fc00::1]",
        "IPv6 multicast": "[ff02::1]",
        "IPv6 discard": "[100::1]",
        "IPv6 documentation": "[2001:db8::1]",
        "IPv6 unassigned": "[5f00::1]",
        "multicast": "224.0.0.1",
        "broadcast": "255.255.255.255",
        "reserved": "240.0.0.1",
        "ten": "10.0.0.1",
        "172.16": "172.31.255.255",
        "192.168": "192.168.1.1",
        "carriers' NAT": "100.64.0.1",
        "benchmarks": "198.18.0.1",
        "protocol assignments": "192.0.0.8",
        "link-local IPv4": "169.254.0.1",
        "metadata": "169.254.169.254",
        "metadata in decimal": "2852039166",
        "metadata in hexadecimal": "0xa9fea9fe",
        "metadata of Amazon in IPv6": "[fd00:ec2::254]",
        "metadata of Alibaba": "100.100.100.200",
        "metadata of Oracle": "192.0.0.192",
        "metadata of Azure": "168.63.129.16",
        "localhost": "localhost",
        "localhost with a dot": "localhost.",
        "localhost in capitals": "LOCALHOST",
        "localhost in mixed case": "LocalHost.",
        "a name below localhost": "news.localhost",
        "metadata by name": "metadata.google.internal",
        "an internal name": "db.internal.",
        "a name of the local network": "printer.local",
        "a name of the home": "router.home.arpa",
        "an onion": "news.onion",
        "a public name with a private address": "rebound.example",
        "a public name with a private address and a dot": "rebound.example.",
        "a public name that looks like a private address": "127.0.0.1.rebound.example",
        "one private address among public ones": "mixed.example",
        "one private IPv6 address among public ones": "mixed6.example",
    },
    CREDENTIALS: {
        "a public name before the at": "news.example@127.0.0.1",
        "a public name and port before the at": "news.example:80@127.0.0.1",
        "a name and a password": "user:word@news.example",
        "a backslash before the at": "127.0.0.1\\@news.example",
    },
    MISSPELT: {
        "octal parts": "0177.0.0.1",
        "fullwidth digits": "\uff11\uff12\uff17.\uff10.\uff10.\uff11",
        "circled digits": "①②⑦.⓪.⓪.①",
        "circled letters": "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
        "a long s": "localho\u017ft",
        "punycode of a homograph": "xn--lcalhost-q2f",
        "parts over 255": "256.256.256.256",
        "nothing but a dot": ".",
        "an empty label": "a..example",
        "a label over 63": f"{'a' * 64}.example",
        "a soft hyphen alone": "\u00ad",
        "a NUL": "127.0.0.1\0.news.example",
        "brackets with a rest": "[::1]x",
    },
    UNKNOWN: {
        "an address with a dot after it": "127.0.0.1.",
        "percent-encoded digits": "%31%32%37.0.0.1",
        "percent-encoded dots": "127%2e0%2e0%2e1",
        "a percent-encoded NUL": "news%00.example",
        "a Cyrillic o": "l\u043ecalhost",
        "five parts": "1.2.3.4.5",
        "a number beyond 32 bits": "4294967297999",
        "a zone behind a percent sign": "[fe80::1%25lo]",
        "a backslash in a name": "127.0.0.1\\.news.example",
        "a name of 255 letters": f"{'a.' * 124}example",
    },
}

# Whole addresses, by what is told of them; {port} is one that pages may be on.
ADDRESSES: dict[str, dict[str, str]] = {
    NOT_WEB: {
        "a file": "file:///etc/passwd",
        "a file without slashes": "file:/etc/passwd",
        "gopher": "gopher://127.0.0.1:6379/_FLUSHALL",
        "ftp": "ftp://127.0.0.1/",
        "data": "data:text/html,<p>news</p>",
        "javascript": "javascript:alert(1)",
        "a web socket": "ws://127.0.0.1:{port}/",
        "dict": "dict://127.0.0.1:11211/stats",
        "ldap": "ldap://127.0.0.1/",
        "no scheme": "//127.0.0.1:{port}/",
        "one slash": "http:/127.0.0.1:{port}/",
        "three slashes": "http:///127.0.0.1:{port}/",
        "backslashes": "http:\\\\127.0.0.1:{port}\\",
        "a port beyond 65535": "http://127.0.0.1:99999/",
        "a negative port": "http://127.0.0.1:-1/",
        "port nought": "http://127.0.0.1:0/",
        "an open bracket": "http://[::1/",
        "header lines after the path": "http://news.example:{port}/ HTTP/1.1\r\nX-Header: 1",
        "a line separator": "http://127.0.0.1:{port}\u2028/",
    },
    MISSPELT: {
        "a tab before it": "\thttp://127.0.0.1:{port}/",
        "a NUL in the path": "http://news.example:{port}/a\0b",
        "70,000 characters": "http://news.example:{port}/" + "a" * 70_000,
    },
    PORT: {
        "mail": "http://news.example:25/",
        "a shell": "http://news.example:22/",
        "Redis": "http://news.example:6379/",
        "PostgreSQL": "https://news.example:5432/",
        "a private host besides": "http://127.0.0.1:6379/",
        "Chroma": "http://news.example:8000/",
    },
    "over 2,000 characters": {"3,000 characters": "http://news.example:{port}/" + "a" * 3_000},
}

# Where a public site redirects to, by what is told of it.
REDIRECTS: dict[str, dict[str, str]] = {
    PRIVATE: {
        "to this machine": "http://127.0.0.2:{port}/secret",
        "to this machine in decimal": "http://2130706434:{port}/secret",
        "to a name of this machine": "http://inside.example:{port}/secret",
        "without a scheme": "//inside.example:{port}/secret",
        "to metadata": "http://169.254.169.254:{port}/latest/meta-data/",
        "to metadata in IPv6": "http://[fd00:ec2::254]:{port}/latest/meta-data/",
        "to metadata of Alibaba": "http://100.100.100.200:{port}/latest/meta-data/",
        "to IPv4-mapped": "http://[::ffff:127.0.0.2]:{port}/secret",
        "to localhost": "http://localhost:{port}/secret",
        "by another redirect": "http://news.example:{port}/by/inside",
    },
    PORT: {"to another port": "http://news.example:6379/", "to another port inside": "http://127.0.0.2:22/"},
    "leads away from the web": {
        "to a file": "file:///etc/passwd",
        "to gopher": "gopher://inside.example:{port}/_x",
        "to ftp": "ftp://inside.example:{port}/",
        "to data": "data:text/html,<p>news</p>",
        "to javascript": "javascript:alert(1)",
        "to a web socket": "ws://inside.example:{port}/",
    },
    CREDENTIALS: {
        "with a password": "http://user:word@news.example:{port}/",
        "with a public name before the at": "http://news.example@127.0.0.2:{port}/secret",
    },
    "over 2,000 characters": {"to 3,000 characters": "http://news.example:{port}/" + "a" * 3_000},
    CIRCLE: {
        "to itself": "http://news.example:{port}/",
        "on and on": "http://news.example:{port}/next",
    },
    "status 302": {"without an address": ""},
    MISSPELT: {"to an address that is none": "http://[::1"},
}


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a site says to every request: something once, then something forever, or it closes."""

    name: str
    told: str
    once: bytes = b""
    forever: bytes | None = None
    secure: bool = False
    slowly: bool = False


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n"
_PAGE = b"<html><body><article><p>De pont vaart weer.</p></article></body></html>"

BEHAVIOURS = (
    Behaviour("says nothing", TOO_SLOW, forever=b""),
    Behaviour("drips its status line", TOO_SLOW, b"HTTP/1.1 200 ", b"O", slowly=True),
    Behaviour("drips its headers", TOO_SLOW, b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n", slowly=True),
    Behaviour("drips one header", TOO_SLOW, b"HTTP/1.1 200 OK\r\nX-A: ", b"b", slowly=True),
    Behaviour("drips its body", TOO_SLOW, _OK + b"\r\n", b"x", slowly=True),
    Behaviour("drips a chunk's length", TOO_SLOW, _CHUNKED + b"\r\n1;", b"x", slowly=True),
    Behaviour("drips chunks", TOO_SLOW, _CHUNKED + b"\r\n", b"1\r\nx\r\n", slowly=True),
    Behaviour("drips trailers", TOO_SLOW, _CHUNKED + b"\r\n0\r\n", b"X-A: b\r\n", slowly=True),
    Behaviour(
        "drips a body of announced length", TOO_SLOW, _OK + b"Content-Length: 999\r\n\r\n", b"x", slowly=True
    ),
    Behaviour("stops in the middle", TOO_SLOW, _OK + b"Content-Length: 999\r\n\r\n<html>", b""),
    Behaviour("continues slowly", TOO_SLOW, b"", b"HTTP/1.1 100 Continue\r\n\r\n", slowly=True),
    Behaviour("keeps silent under TLS", TOO_SLOW, forever=b"", secure=True),
    Behaviour("drips its handshake", TOO_SLOW, b"\x16\x03\x03\x40\x00", b"\x02", secure=True, slowly=True),
    Behaviour("continues forever", DAMAGED, b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 99),
    Behaviour("hints forever", DAMAGED, b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 99),
    Behaviour("heads without end", DAMAGED, b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 999),
    Behaviour("a header without end", DAMAGED, b"HTTP/1.1 200 OK\r\nX-A: ", b"b" * 9_999),
    Behaviour("a status line without end", DAMAGED, b"HTTP/1.1 200 ", b"O" * 9_999),
    Behaviour("trailers without end", DAMAGED, _CHUNKED + b"\r\n1\r\nx\r\n0\r\n", b"X-A: b\r\n" * 999),
    Behaviour("a chunk's length without end", DAMAGED, _CHUNKED + b"\r\n1;", b"x" * 9_999),
    Behaviour("a body without end", TOO_LARGE, _OK + b"\r\n", b"<p>" + b"x" * 65_536),
    Behaviour("chunks without end", TOO_LARGE, _CHUNKED + b"\r\n", b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
    Behaviour("an announced size over the limit", TOO_LARGE, _OK + b"Content-Length: 20000001\r\n\r\n"),
    Behaviour(
        "an announced size over all limits", DAMAGED, _OK + b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\n"
    ),
    Behaviour(
        "two announced sizes", DAMAGED, _OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + _PAGE
    ),
    Behaviour("a negative size", DAMAGED, _OK + b"Content-Length: -5\r\n\r\n" + _PAGE),
    Behaviour("more announced than sent", DAMAGED, _OK + b"Content-Length: 500\r\n\r\n" + _PAGE),
    Behaviour("a chunk of a negative size", DAMAGED, _CHUNKED + b"\r\n-5\r\nx\r\n"),
    Behaviour("a chunk of a huge size", DAMAGED, _CHUNKED + b"\r\nffffffffffffffffffffff\r\nx\r\n"),
    Behaviour("HTTP/0.9", DAMAGED, _PAGE),
    Behaviour("HTTP/2 unasked", DAMAGED, b"\0\0\x12\x04\0\0\0\0\0" + b"\0" * 18),
    Behaviour("a banner of SSH", DAMAGED, b"SSH-2.0-OpenSSH_9.2\r\n"),
    Behaviour("an error of Redis", DAMAGED, b"-ERR unknown command\r\n"),
    Behaviour("zeros", DAMAGED, b"\0" * 4_096),
    Behaviour("nothing at all", DAMAGED),
    Behaviour("a header with a NUL", DAMAGED, b"HTTP/1.1 200 OK\r\nX-A: \0\r\n\r\n"),
    Behaviour("a header without a name", DAMAGED, b"HTTP/1.1 200 OK\r\n: b\r\n\r\n"),
    Behaviour("brotli", DAMAGED, _OK + b"Content-Encoding: br\r\n\r\n\x0b\x02\x80\x03"),
    Behaviour("zstd", DAMAGED, _OK + b"Content-Encoding: zstd\r\n\r\n(\xb5/\xfd"),
    Behaviour("packed twice", DAMAGED, _OK + b"Content-Encoding: gzip, gzip\r\n\r\n\x1f\x8b"),
    Behaviour(
        "packed in two headers",
        DAMAGED,
        _OK + b"Content-Encoding: gzip\r\nContent-Encoding: br\r\n\r\n\x1f\x8b",
    ),
    Behaviour("not packed as it says", DAMAGED, _OK + b"Content-Encoding: gzip\r\n\r\n" + _PAGE),
    Behaviour(
        "a film", "a film file", b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", b"\x07" * 9_999
    ),
    Behaviour(
        "a sound", "a sound file", b"HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n", b"\x07" * 999
    ),
    Behaviour(
        "a typeface", "a typeface", b"HTTP/1.1 200 OK\r\nContent-Type: font/woff\r\n\r\n", b"\x07" * 999
    ),
    Behaviour("a program called a page", "a program", _OK + b"\r\n\x7fELF", b"\x01" * 9_999),
    Behaviour("a film called a page", "a film file", _OK + b"\r\n\0\0\0\x20ftypisom", b"\x01" * 9_999),
    Behaviour(
        "an archive called a PDF",
        "a ZIP archive",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\nPK\x03\x04",
        b"\x01" * 9_999,
    ),
    Behaviour(
        "a program called bytes",
        "a program",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\nMZ\x90\0",
        b"\x01" * 9_999,
    ),
)
