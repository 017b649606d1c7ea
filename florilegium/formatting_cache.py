"""Formatted citations kept from one build to the next, so that only what changed is formatted anew.

The file is no source and is never committed: to lose it costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

FILE = ".cache/formatting"
"""Below the top of the project. Its first line is a hash of what follows, JSON of names and texts."""


def read_cache(root: Path) -> dict[str, str]:
    """Return what the last build kept; nothing where the file is missing, cut short, or not ours."""
    try:
        seal, _, content = (root / FILE).read_bytes().partition(b"\n")
    except OSError:
        return {}
    kept: dict[str, str] = json.loads(content) if seal == _seal(content) else {}
    return kept


def write_cache(root: Path, kept: Mapping[str, str]) -> None:
    """Keep this for the next build, in place of what was kept: what this build did not use is gone."""
    target = root / FILE
    content = json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True).encode()
    content = _seal(content) + b"\n" + content
    if target.is_file() and target.read_bytes() == content:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    # A build that is broken off must not leave half a file; another build may write at the same time.
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".formatting-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _seal(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
