"""The import contracts hold, and each of them fails when it is broken on purpose."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source_tree import PACKAGE, ROOT

CONFIG = ROOT / ".importlinter"
PREFIX = "importlinter:contract:"


def contracts() -> dict[str, configparser.SectionProxy]:
    """Contract id -> its settings."""
    read = configparser.ConfigParser()
    read.read(CONFIG)
    return {name.removeprefix(PREFIX): read[name] for name in read if name.startswith(PREFIX)}


def listed(value: str) -> list[str]:
    """The modules of a setting that has one a line."""
    return [line.strip() for line in value.splitlines() if line.strip()]


def modules_of(layer: str) -> list[str]:
    """The modules of one line of layers; optional ones stand in parentheses."""
    return [name.strip().strip("()") for name in layer.replace(":", "|").split("|")]


def file_of(package: Path, module: str) -> Path | None:
    """Where a module lies in a copy of the package."""
    place = package.parent.joinpath(*module.split("."))
    candidates = (place.with_suffix(".py"), place / "__init__.py")
    return next((path for path in candidates if path.is_file()), None)


def bad_imports(contract: configparser.SectionProxy, package: Path) -> list[tuple[Path, str]]:
    """(file, line to add) pairs, the first of which breaks the contract; modules that exist."""
    kind = contract["type"]
    if kind == "layers":
        container = contract["containers"].strip()
        layers = [modules_of(layer) for layer in listed(contract["layers"])]
        existing = [
            f"{container}.{name}"
            for layer in layers
            for name in layer[:1]
            if file_of(package, f"{container}.{name}")
        ]
        pairs = [(existing[-1], existing[0])]
    elif kind == "independence":
        first, second = listed(contract["modules"])[:2]
        pairs = [(first, second)]
    else:
        sources, targets = listed(contract["source_modules"]), listed(contract["forbidden_modules"])
        pairs = [(sources[0], target) for target in targets]
    return [
        (path, f"\nimport {target}\n")
        for source, target in pairs
        if (path := file_of(package, source)) is not None
    ]


def lint(folder: Path, contract: str = "") -> tuple[int, str]:
    """Exit status and output of lint-imports on the copy in `folder`."""
    lint_imports = str(Path(sys.executable).with_name("lint-imports"))
    program = [lint_imports, "--no-cache", "--config", str(CONFIG)]
    chosen = ["--contract", contract] if contract else []
    done = subprocess.run(
        [*program, *chosen],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that may be broken."""
    shutil.copytree(PACKAGE, tmp_path / "copingkit", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "copingkit"


def test_all_contracts_hold(copy: Path) -> None:
    status, said = lint(copy.parent)
    assert status == 0, said
    assert f"Contracts: {len(contracts())} kept, 0 broken." in said


@pytest.mark.parametrize("contract", list(contracts()))
def test_a_contract_broken_on_purpose_fails(copy: Path, contract: str) -> None:
    path, line = bad_imports(contracts()[contract], copy)[0]
    with path.open("a", encoding="utf-8") as file:
        file.write(line)
    status, said = lint(copy.parent, contract)
    assert status == 1, said
    assert f"{contracts()[contract]['name']} BROKEN" in said


@pytest.mark.parametrize(
    "contract", [name for name, found in contracts().items() if found["type"] == "layers"]
)
def test_a_module_in_no_layer_fails(copy: Path, contract: str) -> None:
    container = contracts()[contract]["containers"].strip()
    copy.parent.joinpath(*container.split("."), "stray.py").write_text('"""Belongs nowhere."""\n')
    status, said = lint(copy.parent, contract)
    assert status == 1, said
    assert f"{container}.stray" in said.replace("\n", "")


def test_every_tool_has_a_contract_for_its_inside() -> None:
    tools = {
        f"copingkit.tools.{path.parent.name}" for path in (PACKAGE / "tools").glob("*/__init__.py")
    }
    inside = {found.get("containers", "").strip() for found in contracts().values()}
    assert tools <= inside
    assert tools == set(listed(contracts()["tools-apart"]["modules"]))


def test_every_layer_contract_is_exhaustive() -> None:
    for name, found in contracts().items():
        if found["type"] == "layers":
            assert found.getboolean("exhaustive"), name
