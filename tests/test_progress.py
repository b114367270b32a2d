"""Progress is shown on a terminal, once a command takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.progress import Progress

if TYPE_CHECKING:
    import pytest


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(terminal=False) as progress:
        progress.say("reading")
        progress.count(1, 2)
    assert capsys.readouterr() == ("", "")


def test_what_is_quick_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(terminal=True) as progress:
        progress.say("reading")
        progress.count(1, 2)
    assert "reading" not in capsys.readouterr().err


def test_what_takes_long_shows_its_step_and_how_much_is_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr("kg.progress._QUIET", 0.0)
    with Progress(terminal=True) as progress:
        progress._timer.join()  # type: ignore[union-attr]
        progress.say("reading")
        progress.count(40, 200)
        progress.say("resolving")
    shown = capsys.readouterr().err
    assert ("reading" in shown, "resolving" in shown) == (True, True)
