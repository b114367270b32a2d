"""The house keeps its order: rooms import upwards only, a start costs little, and nothing names a registry."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = (
    "errors", "litter", "lock", "files", "program", "document", "claim", "vocabulary", "read", "extract", "resolve",
    "graph", "query", "network", "view", "serve", "stamps", "corpus", "build", "verify", "built", "progress", "engine",
    "cli_view", "cli_serve", "cli_authority", "cli_review", "cli_identity", "cli_query", "cli_engine", "cli",
)  # fmt: skip
HEAVY = {
    "rdflib",
    "pyoxigraph",
    "networkx",
    "pyvis",
    "numpy",
    "duckdb",
    "rapidfuzz",
    "jellyfish",
    "pyshacl",
    "babel",
    "pycountry",
    "jinja2",
    "minify",
    "starlette",
    "uvicorn",
    "IPython",
    "pandas",
    "polars",
    "pyarrow",
    "pyspark",
}
MODULES = sorted((ROOT / "kg").rglob("*.py"))


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports_of(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    found += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    return [name for name in found if name.split(".")[0] == "kg"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_imports_only_from_rooms_above_it(path: Path) -> None:
    own = path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")
    if own == "__init__":
        return
    below = [name for name in imports_of(path) if room_of(name) and ROOMS.index(room_of(name)) > ROOMS.index(own)]
    assert below == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_a_start_imports_nothing_heavy(argument: str) -> None:
    code = (
        "import sys\nsys.argv = ['kg', sys.argv[1]]\nfrom kg.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint('\\n'.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, argument], capture_output=True, text=True, check=True)
    assert HEAVY & {name.split(".")[0] for name in done.stdout.splitlines()} == set()


def test_every_module_has_a_docstring() -> None:
    bare = [p.name for p in MODULES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert bare == []


def test_no_two_test_files_have_one_name() -> None:
    names = sorted(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name in set(names) if names.count(name) > 1] == []  # pytest imports them by these names
