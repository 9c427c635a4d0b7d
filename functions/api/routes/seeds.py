"""The owner's own conversations."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from functions.api.call import Call
from functions.api.route import KIB, Resource
from functions.api.schemas.seeds import (
    ImportedSeed,
    SeedExample,
    SeedsFile,
    SeedsImported,
    SeedsPreview,
    UnknownWord,
)
from functions.api.schemas.wire import FieldProblem

seeds = Resource("seeds", "Examples: the owner's own conversations beside the generated ones.")

MOST_IMPORT = 5 * 1024 * KIB
"""Below Lambda's 6 MB for a request."""

_MOST_EXAMPLES, _MOST_WORDS = 20, 50


@seeds.post("/datasets/{dataset_id}/seeds/preview", needs=Permission.WRITE, most_bytes=MOST_IMPORT)
def preview_seeds(call: Call, dataset_id: str, body: SeedsFile) -> SeedsPreview:
    """Show what a file of own conversations holds."""
    from brightrun.usecases import seeds as examples

    found = examples.preview_seeds(call.scope, dataset_id, body.text, store=call.ports.store)
    return SeedsPreview(
        shapes=list(found.file.shapes),
        found=len(found.file.seeds),
        new=len(found.new),
        already_here=found.already_here,
        twice=found.twice,
        examples=[
            SeedExample.of(
                seed,
                turn_count=len(seed.turns),
                persona=seed.words.get("persona", ""),
                topic=seed.words.get("topic", ""),
            )
            for seed in list(found.new.values())[:_MOST_EXAMPLES]
        ],
        unknown_words=[UnknownWord(dimension=name, word=word) for name, word in found.unknown[:_MOST_WORDS]],
        problems=[FieldProblem(field=at, message=said) for at, said in found.problems[: examples.MOST_TOLD]],
        problem_count=len(found.problems),
    )


@seeds.post("/datasets/{dataset_id}/seeds", needs=Permission.WRITE, status=201, conflicts=True, most_bytes=MOST_IMPORT)
def import_seeds(call: Call, dataset_id: str, body: SeedsFile) -> SeedsImported:
    """Bring own conversations in as examples: all of them, or none when one is wrong."""
    from brightrun.usecases import seeds as examples

    ports = call.ports
    done = examples.import_seeds(call.scope, call.actor, dataset_id, body.text, store=ports.store, clock=ports.clock)
    return SeedsImported(
        imported=len(done.rows),
        already_here=done.already_here,
        twice=done.twice,
        conversations=[ImportedSeed.of(row) for row in done.rows],
    )
