from __future__ import annotations

from pathlib import Path

import pytest

from florilegium.formatting_cache import FILE, read_cache, write_cache


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_cache(tmp_path, {"b": "“ä”", "a": '{"x": 1}'})
    assert read_cache(tmp_path) == {"a": '{"x": 1}', "b": "“ä”"}
    write_cache(tmp_path, {"c": ""})
    assert read_cache(tmp_path) == {"c": ""}
    assert [file.name for file in (tmp_path / FILE).parent.iterdir()] == [Path(FILE).name]


@pytest.mark.parametrize(
    "content", [b"", b'{"a": "b"', b"[1]", b'{"a": 1}', b'{"a": "{"}', b"\xff\xfe", b"null", b"0\n{}"]
)
def test_what_is_not_ours_counts_as_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(content)
    assert read_cache(tmp_path) == {}


@pytest.mark.parametrize(("old", "new"), [(b"[", b""), (b"one", b"two"), (b"]", b"]]"), (b"\n}", b"")])
def test_what_is_not_as_it_was_written_counts_as_nothing(tmp_path: Path, old: bytes, new: bytes) -> None:
    write_cache(tmp_path, {"a": '["one"]'})
    written = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(written.replace(old, new))
    assert (read_cache(tmp_path), written.count(old)) == ({}, 1)


def test_nothing_is_read_where_nothing_was_written(tmp_path: Path) -> None:
    assert read_cache(tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    write_cache(tmp_path, {"a": "b"})
    before = (tmp_path / FILE).stat().st_mtime_ns, (tmp_path / FILE).stat().st_ino
    write_cache(tmp_path, {"a": "b"})
    assert ((tmp_path / FILE).stat().st_mtime_ns, (tmp_path / FILE).stat().st_ino) == before
