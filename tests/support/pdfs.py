"""Reads PDFs back with poppler's own programs, as another reader would see them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path


def text(content: bytes, folder: Path, *, page: int | None = None, raw: bool = True) -> str:
    """The text of a PDF, in the order of its content stream (`raw`) or as poppler reads it."""
    path = _file(content, folder)
    pages = ["-f", str(page), "-l", str(page)] if page else []
    order = ["-raw"] if raw else []
    done = subprocess.run(
        ["pdftotext", *order, *pages, str(path), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout


def flat(content: bytes, folder: Path) -> str:
    """The text with line breaks and runs of spaces as single spaces."""
    return re.sub(r"\s+", " ", text(content, folder))


def info(content: bytes, folder: Path) -> dict[str, str]:
    """What pdfinfo says: "Pages", "Page size", "Title", ..."""
    done = subprocess.run(
        ["pdfinfo", str(_file(content, folder))], check=True, capture_output=True, text=True
    )
    rows = (line.partition(":") for line in done.stdout.splitlines())
    return {name.strip(): value.strip() for name, _, value in rows}


def words(content: bytes, folder: Path) -> list[tuple[str, float, float, float, float]]:
    """Every word of the first page with its box in points: left, top, right, bottom."""
    done = subprocess.run(
        ["pdftotext", "-bbox", "-f", "1", "-l", "1", str(_file(content, folder)), "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    shape = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>'
    return [
        (found[4], float(found[0]), float(found[1]), float(found[2]), float(found[3]))
        for found in re.findall(shape, done.stdout)
    ]


def check(content: bytes, folder: Path) -> None:
    """That qpdf finds nothing wrong with its structure."""
    path = _file(content, folder)
    done = subprocess.run(
        ["qpdf", "--check", str(path)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No syntax or stream encoding errors found" in done.stdout


def _file(content: bytes, folder: Path) -> Path:
    path = folder / "read-back.pdf"
    path.write_bytes(content)
    return path
