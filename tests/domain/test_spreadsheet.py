from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.spreadsheet import csv_text, text_cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\uff1d1+1"])
def test_what_a_spreadsheet_would_compute_is_made_text(text: str):
    assert text_cell(text) == f"'{text}"


@given(st.text())
def test_no_cell_begins_like_a_formula_and_no_word_is_lost(text: str):
    cell = text_cell(text)
    assert cell in {text, f"'{text}"}
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), min_size=1),
            min_size=2,
            max_size=2,
        )
    )
)
def test_a_file_reads_back_cell_by_cell(lines: list[list[str]]):
    found = list(csv.reader(io.StringIO(csv_text(lines), newline="")))
    assert found == [[text_cell(cell) for cell in line] for line in lines]
