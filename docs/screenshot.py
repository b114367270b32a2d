"""Draw the README's pictures afresh: a film with its neighbours in a view, and an answer as the server shows it.

Needs the views and the store (`make graph`) and the system's Chromium. Run with `make screenshot`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "exports" / "index.html"
PICTURE = ROOT / "docs" / "film-neighbourhood.png"
ANSWER = ROOT / "docs" / "answer.png"
_SIZE = {"width": 1280, "height": 760}
_SERVE = [str(Path(sys.executable).with_name("kg")), "serve", "--port", "0"]


def main() -> int:
    """Write both pictures; give 1 where the page or the browser is missing."""
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not PAGE.exists() or chromium is None:
        sys.stderr.write("run `make graph` first\n" if chromium else "no Chromium on this machine\n")
        return 1
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=_SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto(f"{PAGE.as_uri()}#node=film/in-the-game&steps=2")
        page.wait_for_selector("html[data-ready=true]")
        page.wait_for_timeout(300)
        page.screenshot(path=str(PICTURE))
        with subprocess.Popen(_SERVE, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
            address = server.stdout.readline().strip() if server.stdout else ""
            page.goto(f"{address}questions/country-pairs")
            page.screenshot(path=str(ANSWER))
            server.terminate()
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
