"""A run as its owner sees it."""

from __future__ import annotations

from brightrun.domain.batch import Counts
from brightrun.usecases.batch_views import BatchView
from tests.fakes import make


def view(*rows):
    return BatchView(make.batch(), Counts(total=len(rows)), 0, 0, rows, None, None, None)


def written(number, by, **more):
    shown = {"written_by": by, "batch_result": "succeeded", "current_version": 1, "latest_version": 1}
    return make.head(number, **{**shown, **more})


def test_a_run_names_who_really_wrote_what_is_ready():
    real, practice = make.MODEL, f"sandbox:{make.MODEL}"
    assert view(written(1, practice), written(2, real), written(3, practice)).writers == [real, practice]
    assert view(make.head(1), written(2, practice, batch_result="failed")).writers == []


def test_who_wrote_an_approved_version_did_not_write_its_candidate():
    assert view(written(1, "sandbox:old", latest_version=2)).writers == []
