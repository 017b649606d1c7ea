"""Find a Chromium for the browser tests, or install one, saying so first: `python -m tests.browser.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = """\
No Chromium was found, and none could be installed. Install one and run the tests again:
  Debian, Ubuntu:  apt-get install chromium
  elsewhere:       put Chromium or Chrome on the PATH, or name it: CHROMIUM=/path/to/chromium make test"""


def find() -> str | None:
    """Return the path of a Chromium: the one that CHROMIUM names, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None  # noqa: PTH110 - the path may be empty


def install() -> None:
    """Try the system's packages when root, then Playwright's own download."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("No Chromium found. Installing the system's: apt-get install chromium", flush=True)
        quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update"], check=False, **quiet)  # type: ignore[call-overload]
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], check=False, **quiet)  # type: ignore[call-overload]
        if find():
            return
    print("No Chromium found. Downloading Playwright's: playwright install chromium", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> None:
    """Make sure that there is a browser, or say what to do and fail."""
    if not find():
        install()
    if not find():
        print(MISSING, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
