"""The planted faults: what is broken, how, and the test that must notice."""

from __future__ import annotations

from dataclasses import dataclass

_BRIGHTRUN = "layers/common/python/brightrun"


@dataclass(frozen=True, slots=True)
class Fault:
    """`old` stands exactly once in `file`; `new` is the mistake that somebody could make there."""

    name: str
    file: str
    old: str
    new: str
    test: str


def _product(path: str) -> str:
    return f"{_BRIGHTRUN}/{path}"


_DELIVERY = "tests/engine/test_delivery.py::"
_STEERING = "tests/engine/test_steering.py::"
_ECONOMY = "tests/engine/test_economy.py::"
_ECONOMY_FAULTS = "tests/engine/test_economy_faults.py::"
_WEATHER = "tests/engine/test_weather.py::"
_OPINIONS = "tests/engine/test_opinion_limits.py::"
_COMMITS = "tests/ports/test_commits.py::"
_ITEM_ACTIONS = _product("adapters/dynamodb/item_actions.py")
_TRANSACTIONS = _product("adapters/dynamodb/transactions.py")

FAULTS = (
    Fault(
        "lease check",
        _product("domain/conversation.py"),
        "self.status is Status.QUEUED and self.batch_id == batch_id and due and self.lease is None",
        "self.batch_id == batch_id and due",
        _DELIVERY + "test_ten_deliveries_of_one_job_at_once_make_one_call_one_version_one_charge",
    ),
    Fault(
        "lease's owner",
        _product("domain/conversation.py"),
        "(lease.owner, lease.attempt_id) == (owner, attempt_id)",
        "lease.owner == owner",
        "tests/domain/test_conversation_machine.py::TestConversation",
    ),
    Fault(
        "cap condition",
        _TRANSACTIONS,
        "if change.reserved > 0:",
        "if change.reserved < 0:",
        _COMMITS + "test_money_that_is_not_there_can_not_be_set_aside[dynamodb]",
    ),
    Fault(
        "approval filter of an export",
        _product("domain/formats/items.py"),
        "if head.approved_version is not None",
        "if head.current_version is not None",
        "tests/usecases/test_exports.py::test_exactly_the_approved_leave_and_the_record_says_so",
    ),
    Fault(
        "tenant prefix",
        _product("adapters/dynamodb/keys.py"),
        'f"T#{scope.tenant_id}#{rest}"',
        'f"T#{rest}"',
        "tests/ports/test_readers.py::test_one_tenants_ids_answer_nothing_to_another[dynamodb]",
    ),
    Fault(
        "revision of a write",
        _ITEM_ACTIONS,
        'return self._put(stored, "revision = :expected", placeholders(expected=expected))',
        "return self._put(stored)",
        _COMMITS + "test_a_write_with_the_stored_revision_wins_and_one_with_an_older_is_lost[dynamodb]",
    ),
    Fault(
        "a record that must be new",
        _ITEM_ACTIONS,
        'NEW = "attribute_not_exists(pk)"',
        'NEW = ""',
        _COMMITS + "test_a_record_that_must_be_new_is_refused_when_it_exists[dynamodb]",
    ),
    Fault(
        "batch must run",
        _TRANSACTIONS,
        '"ConditionExpression": "#state = :running"',
        '"ConditionExpression": "#state = :running OR attribute_exists(pk)"',
        _COMMITS + "test_a_call_is_refused_unless_its_batch_runs[dynamodb]",
    ),
    Fault(
        "settled once",
        _TRANSACTIONS,
        '"outcome = :running AND #owner = :owner"',
        '"(outcome = :running OR attribute_exists(pk)) AND #owner = :owner"',
        _COMMITS + "test_an_answer_settles_once_and_only_for_its_owner[dynamodb]",
    ),
    Fault(
        "settled by its owner",
        _TRANSACTIONS,
        '"outcome = :running AND #owner = :owner"',
        '"outcome = :running AND (#owner = :owner OR attribute_exists(pk))"',
        _COMMITS + "test_an_answer_settles_once_and_only_for_its_owner[dynamodb]",
    ),
    Fault(
        "request token",
        _product("adapters/dynamodb/table.py"),
        '"ClientRequestToken": token',
        '"ClientRequestToken": str(time.time_ns())',
        "tests/adapters/test_table.py::test_trouble_that_passes_is_met_with_the_identical_request",
    ),
    Fault(
        "conflicts are retried",
        _product("adapters/dynamodb/table.py"),
        '    "TransactionConflict",\n',
        "",
        "tests/adapters/test_table.py::test_trouble_that_passes_is_met_with_the_identical_request",
    ),
    Fault(
        "answer kept before it is judged",
        _product("usecases/generation.py"),
        "        await self._keep(claimed, answer_key(attempt), lambda: kept_reply(reply))\n",
        "",
        _DELIVERY + "test_a_worker_that_dies_between_answer_and_store_loses_and_repays_nothing",
    ),
    Fault(
        "a paid answer is settled without its payload",
        _product("usecases/generation.py"),
        "        except Unavailable as problem:\n            engine.on_lost(claimed.brief.head.id, problem)\n",
        "        except Unavailable:\n            raise\n",
        "tests/engine/test_trouble.py::test_a_paid_answer_is_settled_though_its_payload_could_not_be_kept[1]",
    ),
    Fault(
        "a claim without a turn is given back",
        _product("usecases/parts/waiting.py"),
        "            return [None] * len(priors)\n",
        "            raise\n",
        "tests/engine/test_trouble.py::"
        "test_a_claim_without_a_turn_is_given_back_and_never_booked_as_a_call_that_nobody_knows_of[False-no_turn]",
    ),
    Fault(
        "lost call stays spent",
        _product("usecases/parts/outcomes.py"),
        '"cost_micros": attempt.reserved_micros',
        '"cost_micros": 0',
        _DELIVERY + "test_a_worker_that_dies_before_its_answer_costs_what_was_set_aside_and_is_tried_again",
    ),
    Fault(
        "breaker",
        _product("usecases/generation.py"),
        "if problem.kind is FailureClass.CIRCUIT:",
        "if problem.kind is FailureClass.PERMANENT:",
        _WEATHER + "test_a_refused_key_pauses_the_run_with_its_reason_and_keeps_the_queue",
    ),
    Fault(
        "mark of a warning",
        _product("usecases/parts/budget_warnings.py"),
        "AddMark(name)",
        "AddMark(clock.new_id())",
        "tests/engine/test_warnings.py::test_two_runs_of_a_dataset_tell_of_its_budget_once_and_both_show_it",
    ),
    Fault(
        "one probe at a time",
        _product("usecases/parts/pacing.py"),
        'most = {"closed": len(priors), "due": 1}.get(circuit, 0)',
        "most = len(priors)",
        "tests/engine/test_breaker.py::test_only_one_turn_is_given_while_the_circuit_is_not_closed",
    ),
    Fault(
        "an open circuit stops every tenant",
        _product("usecases/parts/circuit.py"),
        'if circuit in {"open", "probing"}:',
        "if not circuit:",
        "tests/engine/test_breaker.py::test_a_run_that_starts_meanwhile_waits_without_a_call",
    ),
    Fault(
        "everybody slows down",
        _product("usecases/parts/waiting.py"),
        "self.pacer.slow_down(model, problem.retry_after)",
        "pass",
        _WEATHER + "test_a_throttled_call_slows_everybody_down_and_costs_nothing",
    ),
    Fault(
        "rate of the limiter",
        _product("domain/limiter.py"),
        "start = max(start, tat + cost / rate - burst)",
        "start = max(start, tat - burst)",
        "tests/domain/test_limiter.py::test_no_window_holds_more_than_its_rate_and_one_burst",
    ),
    Fault(
        "the line makes room for the express lane",
        _product("domain/limiter.py"),
        "            place += push.seconds\n",
        "            place += 0.0\n",
        "tests/domain/test_limiter_machine.py::TestLine",
    ),
    Fault(
        "a tenant's share of the queue",
        _product("usecases/batches.py"),
        "room = pacer.share(",
        "room = 10_000 + pacer.share(",
        "tests/engine/test_sharing.py::test_the_queue_holds_a_tenants_share_and_every_row_says_that_it_waits",
    ),
    Fault(
        "paid tries are counted",
        _product("usecases/parts/outcomes.py"),
        "brief.head.paid_attempts + 1 >= brief.settings.max_paid_attempts",
        "brief.head.paid_attempts + 1 >= 100",
        "tests/engine/test_weather.py::test_calls_that_nobody_knows_about_end_after_the_paid_tries[3]",
    ),
    Fault(
        "cancelled ones are taken out",
        _product("usecases/advance.py"),
        'row.status is Status.QUEUED and batch.state == "cancelling"',
        'row.status is Status.GENERATING and batch.state == "cancelling"',
        _STEERING + "test_cancelling_at_a_third_keeps_what_is_written_and_calls_no_more",
    ),
    Fault(
        "approved version is not taken away",
        _product("domain/conversation.py"),
        "        if self.approved_version is not None:\n            return self._next(now, status=Status.APPROVED",
        "        if self.approved_version == 0:\n            return self._next(now, status=Status.APPROVED",
        "tests/domain/test_conversation_machine.py::test_a_new_version_of_an_approved_conversation_is_only_a_candidate",
    ),
    Fault(
        "edge cases pass above their threshold",
        _product("domain/conversation.py"),
        "read.quality.score <= edge_case_min",
        "read.quality.score < edge_case_min",
        "tests/domain/test_conversation_machine.py::test_an_edge_case_passes_only_above_its_threshold",
    ),
    Fault(
        "signature of a job",
        _product("domain/tenancy.py"),
        "if not hmac.compare_digest(given, _signature(body, key)):",
        "if not given:",
        "tests/domain/test_tenancy.py::test_an_envelope_that_anybody_changed_opens_nothing",
    ),
    Fault(
        "submitting is written first",
        _product("usecases/parts/handing_over.py"),
        "submitting = desk.save(self.scope, self.part, self.part.submit(now), running)",
        "submitting = self.part",
        _ECONOMY_FAULTS + "test_submitting_is_written_before_anything_is_handed_over",
    ),
    Fault(
        "a lost hand-over is looked for",
        _product("usecases/parts/handing_over.py"),
        "for listed in self._candidates(known):",
        "for listed in self._candidates(known)[:0]:",
        _ECONOMY_FAULTS + "test_a_hand_over_whose_id_was_not_stored_is_found_again_and_nothing_is_paid_twice",
    ),
    Fault(
        "a part that may be there is not sent again",
        _product("usecases/parts/handing_over.py"),
        "                open_question = True\n",
        "                open_question = False\n",
        _ECONOMY_FAULTS + "test_a_hand_over_whose_answer_got_lost_is_looked_for_and_not_repeated_while_it_may_be_there",
    ),
    Fault(
        "half price",
        _product("usecases/parts/brief.py"),
        'if batch.mode == "economy":',
        'if batch.mode == "half":',
        _ECONOMY + "test_a_run_in_economy_mode_ends_whole_at_half_price_to_the_micro_dollar",
    ),
    Fault(
        "half price of the cache",
        _product("domain/money.py"),
        '"cache_read": share(self.cache_read),',
        '"cache_read": self.cache_read,',
        _ECONOMY + "test_tokens_of_the_cache_are_half_price_on_record_too",
    ),
    Fault(
        "own limit of opinions",
        _product("usecases/parts/forecast.py"),
        'if task.kind == "judge":',
        'if task.kind == "never":',
        _OPINIONS + "test_at_its_limit_judging_stops_in_plain_words_and_writing_goes_on",
    ),
    Fault(
        "opinions after a run once",
        _product("usecases/parts/following.py"),
        "if row.batch_id == batch.id and _was_written(row)",
        "if _was_written(row)",
        _OPINIONS + "test_what_is_tried_again_is_judged_and_the_rest_is_not_judged_twice",
    ),
    Fault(
        "role of a caller",
        _product("domain/tenancy.py"),
        "if permission not in caller.permissions:",
        "if not caller.permissions:",
        "tests/domain/test_tenancy.py::test_a_role_opens_exactly_what_it_permits",
    ),
)
