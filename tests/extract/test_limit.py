"""No document holds up the others, whatever it does to its reader."""

from __future__ import annotations

import gc
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from kg.document import Document
from kg.extract import read_all, read_document, unread
from kg.extract.extractor import Extractor
from kg.extract.limit import OvertimeError, within_seconds
from kg.extract.names import Known

if TYPE_CHECKING:
    from kg.extract.reading import Reading

PAGE = Document("pages/x.txt", "The Salt Road is a 2021 Belgian-French drama film directed by Ana Ruiz.\n")


def forever(*_: object) -> None:
    while True:
        try:
            list(range(100))
        except Exception:
            raise AssertionError("an extractor must not be able to catch it") from None


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    extractor = Extractor("encyclopaedia", forever, lambda _: Known())
    monkeypatch.setattr("kg.extract.extractors", lambda: {"encyclopaedia": extractor})


@pytest.mark.usefixtures("endless")
def test_a_document_that_takes_too_long_fails_with_a_remark() -> None:
    reading = read_document(PAGE, seconds=0.05)
    assert (reading.kind, reading.claims) == ("failed", ())
    assert reading.remarks == ((1, "not read in 0.05 seconds"),)


def test_a_search_that_does_not_end_is_stopped() -> None:
    import re

    with pytest.raises(OvertimeError):
        within_seconds(0.05, lambda: re.fullmatch(r"(a+)+b", "a" * 64))


def test_work_that_only_waits_is_stopped_by_the_clock() -> None:
    with pytest.raises(OvertimeError):
        within_seconds(0.005, threading.Event().wait)


def test_work_that_is_done_in_time_leaves_no_alarm() -> None:
    assert within_seconds(60, lambda: 7) == 7
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_the_alarm_of_others_is_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM), signal.getsignal(signal.SIGPROF)
    within_seconds(60, lambda: None)
    assert (signal.getsignal(signal.SIGALRM), signal.getsignal(signal.SIGPROF)) == before


def test_beside_the_main_thread_nothing_is_limited() -> None:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(within_seconds(0.0001, lambda: sum(range(100_000)))))
    thread.start()
    thread.join()
    assert found == [sum(range(100_000))]


def test_nothing_is_collected_between_two_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    collecting: list[bool] = []

    def certain(_: object) -> Known:
        collecting.append(gc.isenabled())
        return Known()

    extractor = Extractor("encyclopaedia", lambda *_: unread(PAGE, "encyclopaedia", ()), certain)
    monkeypatch.setattr("kg.extract.extractors", lambda: {"encyclopaedia": extractor})
    read_all([PAGE])
    assert (collecting, gc.isenabled()) == ([False], True)


def test_nothing_is_collected_while_a_document_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    collecting: list[bool] = []

    def read(*_: object) -> Reading:
        collecting.append(gc.isenabled())
        return unread(PAGE, "encyclopaedia", ())

    extractor = Extractor("encyclopaedia", read, lambda _: Known())
    monkeypatch.setattr("kg.extract.extractors", lambda: {"encyclopaedia": extractor})
    read_document(PAGE)
    assert (collecting, gc.isenabled()) == ([False], True)
