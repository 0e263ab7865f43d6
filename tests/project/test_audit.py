"""Known vulnerabilities of what is installed end `make check`; a network that is not there does not."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.project.tree import ROOT


class _Advisories(BaseHTTPRequestHandler):
    """Knows of a hole in one package."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        event = {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "999"}]}
        package = {"name": "httpx", "ecosystem": "PyPI"}
        affected = [{"package": package, "ranges": [event], "versions": [asked["version"]]}]
        hole = {"id": "HOLE-1", "summary": "A hole.", "affected": affected}
        said = {"vulns": [hole]} if asked["package"]["name"] == "httpx" else {}
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base's
        """Say nothing."""


@pytest.fixture
def advisories() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Advisories) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def _audited(address: str, cache: Path) -> tuple[int, str]:
    how = ["--vulnerability-service", "osv", "--osv-url", address, "--cache-dir", str(cache)]
    asked = [sys.executable, str(ROOT / "deploy" / "audit.py"), *how]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout


def test_a_known_vulnerability_ends_the_check_with_what_mends_it(advisories: str, tmp_path: Path) -> None:
    code, said = _audited(advisories, tmp_path)
    assert code == 1
    assert said.startswith("httpx ")
    assert "HOLE-1, mended in 999" in said


def test_where_nobody_can_be_asked_that_is_said_and_nothing_fails(tmp_path: Path) -> None:
    code, said = _audited("http://127.0.0.1:9/", tmp_path)
    assert (code, said.count("\n")) == (0, 1)
    assert "were NOT looked for" in said
