"""Every key of the table. A tenant's partitions begin with `T#<tenant>#`; nothing else may build a key.

The few partitions without a tenant (`U#` a person, `K#` a key's hash, `INV#` an invitation's hash, `SYS#` the
platform's own) are read only before a tenant is known, or by the clockwork.
"""

from __future__ import annotations

from datetime import datetime

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.document import document_of_chunk
from brightrun.domain.errors import InvalidInput
from brightrun.domain.tenancy import TenantScope

Key = tuple[str, str]
"""(partition key, sort key)"""


def tenant_partition(scope: TenantScope, rest: str) -> str:
    """The only way to a tenant's data: its prefix comes from the scope, never from a request."""
    return f"T#{scope.tenant_id}#{rest}"


def tenant_of(partition: str) -> str:
    """The tenant whose data a partition holds, for the stream's consumer."""
    return partition.split("#")[1]


def mark(scope: TenantScope, name: str) -> Key:
    return tenant_partition(scope, f"MARK#{name}"), "MARK"


def tenant(scope: TenantScope) -> Key:
    return tenant_partition(scope, "TENANT"), "PROFILE"


def members(scope: TenantScope) -> str:
    return tenant_partition(scope, "MEMBERS")


def member(scope: TenantScope, user_id: str) -> Key:
    return members(scope), f"M#{user_id}"


def invitation(scope: TenantScope, invitation_id: str) -> Key:
    return members(scope), f"I#{invitation_id}"


def api_keys(scope: TenantScope) -> str:
    return tenant_partition(scope, "KEYS")


def documents(scope: TenantScope) -> str:
    return tenant_partition(scope, "DOCS")


def chunks(scope: TenantScope, document_id: str) -> str:
    return tenant_partition(scope, f"DOC#{document_id}")


def chunk(scope: TenantScope, chunk_id: str) -> Key:
    return chunks(scope, document_of_chunk(chunk_id)), f"C#{chunk_id.rpartition('-')[2]}"


def datasets(scope: TenantScope) -> str:
    return tenant_partition(scope, "DATASETS")


def shard(scope: TenantScope, dataset_id: str, number: int) -> str:
    return tenant_partition(scope, f"D#{dataset_id}#{number:04d}")


def shard_revision(scope: TenantScope, dataset_id: str, number: int) -> Key:
    return shard(scope, dataset_id, number), "REV"


def head(scope: TenantScope, dataset_id: str, shard_number: int, conversation_id: str) -> Key:
    return shard(scope, dataset_id, shard_number), f"H#{conversation_id}"


def head_of(scope: TenantScope, row: ConversationHead) -> Key:
    return head(scope, row.dataset_id, row.shard, row.id)


def conversation(scope: TenantScope, conversation_id: str) -> str:
    return tenant_partition(scope, f"C#{conversation_id}")


def slot(scope: TenantScope, conversation_id: str) -> Key:
    return conversation(scope, conversation_id), "SLOT"


def attempt(scope: TenantScope, conversation_id: str, attempt_id: str) -> Key:
    return conversation(scope, conversation_id), f"A#{attempt_id}"


def version(scope: TenantScope, conversation_id: str, number: int) -> Key:
    return conversation(scope, conversation_id), f"V#{number:04d}"


def turn(scope: TenantScope, conversation_id: str, version_number: int, number: int) -> Key:
    return conversation(scope, conversation_id), f"V#{version_number:04d}#T#{number:02d}"


def comment(scope: TenantScope, conversation_id: str, comment_id: str) -> Key:
    return conversation(scope, conversation_id), f"COMMENT#{comment_id}"


def events(scope: TenantScope, hour: datetime) -> str:
    return tenant_partition(scope, f"E#{hour:%Y-%m-%dT%H}")


def subject(scope: TenantScope, subject_id: str) -> str:
    """Partition of the index of events by what they are about."""
    return tenant_partition(scope, f"X#{subject_id}")


def seals(scope: TenantScope) -> str:
    return tenant_partition(scope, "SEAL")


def seal(scope: TenantScope, number: int) -> Key:
    return seals(scope), f"B#{number:010d}"


def batch(scope: TenantScope, batch_id: str) -> Key:
    return tenant_partition(scope, f"B#{batch_id}"), "BATCH"


def batch_pointers(scope: TenantScope, dataset_id: str) -> str:
    return tenant_partition(scope, f"D#{dataset_id}#BATCHES")


def open_batches(scope: TenantScope) -> str:
    return tenant_partition(scope, "OPENBATCHES")


def batch_members(scope: TenantScope, batch_id: str, page: int) -> Key:
    return tenant_partition(scope, f"B#{batch_id}"), f"IDS#{page:04d}"


def batch_left(scope: TenantScope, batch_id: str, conversation_id: str) -> Key:
    return tenant_partition(scope, f"B#{batch_id}"), f"LEFT#{conversation_id}"


def provider_batch(scope: TenantScope, batch_id: str, part_id: str) -> Key:
    return tenant_partition(scope, f"B#{batch_id}"), f"PART#{part_id}"


def budget(scope: TenantScope, budget_key: str) -> Key:
    """`batch:<id>`, `dataset:<id>`, `month:<yyyy-mm>` or `opinions:<yyyy-mm>`."""
    kind, _, name = budget_key.partition(":")
    if kind == "batch":
        return tenant_partition(scope, f"B#{name}"), "BUDGET"
    if kind == "dataset":
        return tenant_partition(scope, f"D#{name}#BUDGET"), "BUDGET"
    if kind == "month":
        return tenant_partition(scope, "BUDGET"), name
    if kind == "opinions":
        return tenant_partition(scope, "BUDGET"), f"OPINIONS#{name}"
    raise InvalidInput(f"There is no budget {budget_key!r}.")


def taken(scope: TenantScope) -> str:
    return tenant_partition(scope, "TAKEN")


def taken_of(scope: TenantScope, model: str, template_id: str) -> Key:
    return taken(scope), f"{model}#{template_id}"


def operation(scope: TenantScope, operation_id: str) -> Key:
    return tenant_partition(scope, f"OP#{operation_id}"), "OPERATION"


def operation_members(scope: TenantScope, operation_id: str, page: int) -> Key:
    return tenant_partition(scope, f"OP#{operation_id}"), f"IDS#{page:04d}"


def open_operations(scope: TenantScope) -> str:
    return tenant_partition(scope, "OPENOPERATIONS")


def tombstones(scope: TenantScope, dataset_id: str) -> str:
    return tenant_partition(scope, f"D#{dataset_id}#DELETED")


def openings(scope: TenantScope, dataset_id: str, user_id: str) -> str:
    """What one person has opened in a dataset: one small item a conversation."""
    return tenant_partition(scope, f"D#{dataset_id}#OPENED#{user_id}")


def reader(scope: TenantScope, conversation_id: str, user_id: str) -> Key:
    """Beside the conversation's partition, not in it: it is nothing that the conversation says."""
    return tenant_partition(scope, f"READING#{conversation_id}"), user_id


def exports(scope: TenantScope, dataset_id: str) -> str:
    return tenant_partition(scope, f"D#{dataset_id}#EXPORTS")


def export_pointer(scope: TenantScope, export_id: str) -> Key:
    return tenant_partition(scope, f"EXPORT#{export_id}"), "EXPORT"


def templates(scope: TenantScope) -> str:
    return tenant_partition(scope, "TEMPLATES")


def template_version(scope: TenantScope, template_id: str, number: int) -> Key:
    return tenant_partition(scope, f"TPL#{template_id}"), f"V#{number:04d}"


def remembered_answer(scope: TenantScope, key_sha256: str) -> Key:
    return tenant_partition(scope, f"IDEM#{key_sha256}"), "IDEM"


def user(user_id: str) -> Key:
    return f"U#{user_id}", "PROFILE"


def api_key(sha256: str) -> Key:
    return f"K#{sha256}", "KEY"


def invitation_lookup(token_sha256: str) -> Key:
    return f"INV#{token_sha256}", "INVITATION"


REGISTRY = "SYS#TENANTS"


def limiter(key_id: str, model: str) -> Key:
    return f"SYS#LIMIT#{key_id}#{model}", "GCRA"
