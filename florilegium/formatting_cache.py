"""Formatted citations kept from one build to the next, so that only what changed is formatted anew.

The file is no source and is never committed: to lose it costs time and nothing else.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

FILE = ".cache/formatting.json"
"""Below the top of the project."""


def read_cache(root: Path) -> dict[str, str]:
    """Return what the last build kept; nothing where the file is missing, cut short, or not ours."""
    try:
        kept = json.loads((root / FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    texts = isinstance(kept, dict) and all(isinstance(text, str) for text in kept.values())
    return kept if texts else {}


def write_cache(root: Path, kept: Mapping[str, str]) -> None:
    """Keep this for the next build, in place of what was kept: what this build did not use is gone."""
    target = root / FILE
    content = json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True).encode()
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
