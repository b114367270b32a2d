"""What is worked out once is kept."""

from __future__ import annotations

from kg.extract.once import once


class Line:
    def __init__(self) -> None:
        self.asked = 0

    @once
    def length(self) -> int:
        """How long it is."""
        self.asked += 1
        return 7


def test_it_is_worked_out_at_the_first_question_only() -> None:
    line = Line()
    assert (line.length, line.length, line.asked) == (7, 7, 1)


def test_its_words_stay_with_it() -> None:
    assert Line.length.__doc__ == "How long it is."
