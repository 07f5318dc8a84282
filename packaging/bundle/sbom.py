"""The list of everything that is in the build, in the form of CycloneDX 1.6 (ECMA-424)."""

import hashlib
import json
import platform
import time
import uuid
from pathlib import Path
from typing import Any

import layout
import parts


def write(inside: Path, artefacts: list[Path], into: Path) -> None:
    """Write it for the build at `inside`; `artefacts` are named with their SHA-256."""
    into.write_text(json.dumps(bill(inside, artefacts), indent=1) + "\n", encoding="utf-8")


def bill(inside: Path, artefacts: list[Path]) -> dict[str, Any]:
    """The list itself."""
    components = [_python(), *map(_component, parts.of_python(inside))]
    components += map(_component, parts.of_system(inside))
    root = f"copingkit@{layout.version()}"
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(layout.moment()))
    content: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": moment,
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "copingkit",
                "version": layout.version(),
                "licenses": [{"expression": "GPL-3.0-or-later"}],
                "components": [_artefact(path) for path in artefacts],
            },
        },
        "components": components,
        "dependencies": [{"ref": root, "dependsOn": [one["bom-ref"] for one in components]}],
    }
    told = json.dumps(content, sort_keys=True).encode()
    content["serialNumber"] = f"urn:uuid:{uuid.UUID(bytes=hashlib.sha256(told).digest()[:16])}"
    return content


def _python() -> dict[str, Any]:
    version = platform.python_version()
    return {
        "type": "framework",
        "bom-ref": f"python@{version}",
        "name": "CPython",
        "version": version,
        "licenses": [{"license": {"id": "Python-2.0"}}],
        "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
    }


def _component(part: parts.Part) -> dict[str, Any]:
    place = "deb/debian" if part.kind == "deb" else "pypi"
    name = part.name.lower().replace("_", "-")
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"{part.name}@{part.version}",
        "name": part.name,
        "version": part.version,
        "purl": f"pkg:{place}/{name}@{part.version}",
    }
    if part.licence:
        told["licenses"] = [{"license": {"name": part.licence}}]
    return told


def _artefact(path: Path) -> dict[str, Any]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "type": "file",
        "name": path.name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }
