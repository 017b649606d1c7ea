"""Show the site on this machine while it is edited, and build it anew on every change.

A fault stands in the terminal and on top of every page, above the last good site. MkDocs' own server gives
the pages out and tells the browser to load them anew; what the build says is put in on their way, never into files.
"""

from __future__ import annotations

import html
import socket
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from florilegium.problems import Problem, listing
from florilegium.publish import generated

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HOST = "127.0.0.1"
SECONDS = 0.5
"""Between two looks at the files."""
WATCHED = ("sources", "docs", "citations.bib", "mkdocs.yml", "florilegium/overrides")
BANNER = (
    '<div role="alert" style="position:fixed;inset:0 0 auto;z-index:99;max-height:60vh;overflow:auto;padding:1em 1.5em;'
    'background:#5c1010;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap">{}\n\n'
    "Below is the last good site.</div>"
)
NOTHING_YET = (
    '<!doctype html><meta http-equiv="refresh" content="2"><title>No site yet</title><body><p>No site yet.</p>'
)
"""What is shown before any build went well; it asks for itself again."""


def preview(
    root: Path, build: Callable[[], tuple[Problem, ...]], port: int, say: Callable[[str], object]
) -> tuple[Problem, ...]:
    """Build, serve and watch until interrupted. `build` makes the site, or returns what hinders it."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        hint = f"stop what uses port {port}, or choose another: serve --port {port + 1}"
        return (Problem("port-in-use", f"{HOST}:{port}", 0, f"cannot serve here: {error.strerror}", hint),)
    faults = _Faults(build, say)
    stopped = threading.Event()
    seen = _state(root)
    faults.build_again()
    server = LiveReloadServer(faults.build_again, HOST, port, str(root / "site"), _mount_path(root))
    server.error_handler = lambda _: _not_found(root / "site")
    server.set_app(with_faults(server.serve_request, lambda: faults.text))
    with tempfile.TemporaryDirectory() as folder:
        bell = Path(folder) / "bell"
        bell.touch()
        server.watch(str(bell))
        threading.Thread(target=_ring, args=(root, seen, bell, stopped), daemon=True).start()
        say(f"Showing {server.url} – stop with Ctrl+C")
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            server.shutdown()
        finally:
            stopped.set()
    return ()


class _Faults:
    """What the last build said; the server and its pages both ask for it."""

    def __init__(self, build: Callable[[], tuple[Problem, ...]], say: Callable[[str], object]) -> None:
        self._build = build
        self._say = say
        self.text = ""

    def build_again(self) -> None:
        """Build, and keep what is wrong."""
        try:
            problems = self._build()
        except Exception:  # the server would wait for ever for a build that ended so
            self.text = f"The program failed; this is no fault of yours.\n\n{traceback.format_exc()}"
            self._say(self.text)
            return
        self.text = listing(problems)
        if problems:
            self._say(f"{self.text}\n\n{len(problems)} to mend; the last good site stays.")


def _ring(root: Path, seen: frozenset[tuple[str, int, int]], bell: Path, stopped: threading.Event) -> None:
    """Touch the bell, which the server watches, whenever an editor changed something.

    The server's own watching knows nothing of generated pages, which each build writes, and loses sight of a folder
    that is moved away and back.
    """
    while not stopped.wait(SECONDS):
        try:
            state = _state(root)
        except OSError:  # a folder that went while it was looked through; the next look will tell
            continue
        if state != seen:
            seen = state
            bell.write_text(str(hash(state)), encoding="utf-8")


def with_faults(application: WSGIApplication, faults: Callable[[], str]) -> WSGIApplication:
    """Wrap a server so that each page it gives shows the faults, if there are any."""

    def wrapped(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def remember(status: str, headers: list[tuple[str, str]], _: object = None) -> Callable[[bytes], object]:
            started.append((status, headers))
            return lambda _: None

        body = application(environ, remember)
        status, headers = started[-1]
        text = faults()
        if not text or not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return body
        page = b"".join(body)
        opening = page.find(b">", page.find(b"<body")) + 1
        page = page[:opening] + BANNER.format(html.escape(text)).encode() + page[opening:]
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*kept, ("Content-Length", str(len(page)))])
        return [page]

    return wrapped


def _state(root: Path) -> frozenset[tuple[str, int, int]]:
    """Return what tells whether an editor changed a file: path, time and size of all but the generated pages."""
    made = {root / "docs" / path for path in generated(root / "docs")}
    found = set()
    for name in WATCHED:
        for file in (root / name, *(root / name).rglob("*")):
            try:
                stat = file.stat()
            except FileNotFoundError:  # a passing file of an editor's program
                continue
            if file not in made and not file.is_dir():
                found.add((str(file), stat.st_mtime_ns, stat.st_size))
    return frozenset(found)


def _mount_path(root: Path) -> str:
    """Return the path under which the site will stand, so that its own links work here too."""
    try:
        return urlsplit(load_config(str(root / "mkdocs.yml")).site_url or "").path or "/"
    except (MkDocsException, OSError, ValueError):  # the build tells what is wrong with it
        return "/"


def _not_found(site: Path) -> bytes:
    page = site / "404.html"
    return page.read_bytes() if page.is_file() else NOTHING_YET.encode()
