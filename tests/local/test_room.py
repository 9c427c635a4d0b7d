"""A disk that is too full to start on."""

from __future__ import annotations

import pytest

from infra.local.cloud import NEEDED_BYTES, require_room
from infra.local.errors import LocalCloudError


def test_a_full_disk_is_said_before_anything_is_started(tmp_path):
    with pytest.raises(LocalCloudError, match=r"The disk is full: 12 MB are free where .*needs 1000 MB"):
        require_room(tmp_path, 12_000_000)
    assert list(tmp_path.iterdir()) == []


def test_room_enough_is_no_problem(tmp_path):
    require_room(tmp_path, NEEDED_BYTES)
