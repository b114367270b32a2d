"""Bytes -> text: UTF-8 in NFC with newlines, or a clear error that says what the file is instead."""

from __future__ import annotations

import unicodedata

from kg.errors import SourceError

__all__ = ["LARGEST", "decode"]

# A page of the trade press has some kilobytes; a book has one megabyte. More is a mistake, or an attack.
LARGEST = 8 * 1024 * 1024
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP or office file",
          b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"\x1f\x8b": "a gzip file"}  # fmt: skip
_XML = b"<?xml"


def decode(data: bytes, where: str) -> str:
    """Give the text of a file's bytes.

    Raises SourceError for what is empty, too large, no UTF-8, binary, or XML.
    """
    if len(data) > LARGEST:
        raise SourceError(
            f"{len(data) / 1e6:.1f} MB, more than the {LARGEST / 1e6:.0f} MB of a document",
            where=where,
            do="cut it into pages",
        )
    for mark, what in _MARKS.items():
        if data.startswith(mark):
            raise SourceError(f"not plain text but {what}", where=where, do="save it as UTF-8 text")
    if data[:512].lstrip().lower().startswith(_XML):
        raise SourceError("XML, not plain text", where=where, do="save it as text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise SourceError(
            f"byte 0x{data[error.start]:02x} is not UTF-8", where=f"{where}:{line}:{column}", do="save it as UTF-8"
        ) from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise SourceError("U+0000 in the text: a binary file", where=f"{where}:{line}", do="save it as UTF-8 text")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise SourceError("an empty document", where=where, do="remove it, or fill it")
    return text
