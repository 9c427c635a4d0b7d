"""Tags: free words on a conversation, a few and short."""

from __future__ import annotations

from brightrun.domain.answer import one_line
from brightrun.domain.errors import InvalidInput
from brightrun.domain.taxonomy import LONGEST_TAG, MOST_TAGS


def clean_tags(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, on one line. Raises InvalidInput for too many or too long ones."""
    tags = tuple(dict.fromkeys(tag for each in wanted if (tag := one_line(each))))
    if len(tags) > MOST_TAGS:
        raise InvalidInput(f"At most {MOST_TAGS} tags.", code="too_many_tags", fields=[("tags", "too many")])
    if any(len(tag) > LONGEST_TAG for tag in tags):
        raise InvalidInput(
            f"A tag has at most {LONGEST_TAG} characters.", code="bad_tag", fields=[("tags", "too long")]
        )
    return tags
