"""Take the picture in the README from site/: `python -m tests.browser.screenshot`."""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer

from playwright.sync_api import sync_playwright

from tests.browser.chromium import MISSING, find
from tests.browser.opening import FLAGS, Quiet
from tests.conftest import ROOT

PICTURE = ROOT / ".github" / "screenshot.png"
PAGE = "sanctions/"


def main() -> None:
    """Serve site/ on this machine, and save the first screen of a theme."""
    path = find()
    if not path:
        sys.exit(MISSING)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1360, "height": 860})
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/{PAGE}", wait_until="load")
        page.screenshot(path=PICTURE)
        browser.close()
    server.shutdown()
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
