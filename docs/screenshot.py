"""Draw the README's picture afresh: a film with its neighbours, and the sentences behind them.

Needs the views (`make graph`) and the system's Chromium. Run with `make screenshot`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "exports" / "index.html"
PICTURE = ROOT / "docs" / "film-neighbourhood.png"
_SIZE = {"width": 1280, "height": 760}


def main() -> int:
    """Write docs/film-neighbourhood.png; give 1 where the page or the browser is missing."""
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
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
