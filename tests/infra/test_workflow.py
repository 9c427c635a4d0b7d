"""The state machine's definition: one file that CDK, this test and the local cloud read."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from infra.constructs.workflow import DEFINITION
from tests.infra.template import Template

MOST_EVENTS = 25_000
EVENTS_A_TICK = 16
"""Scheduled, started, succeeded, entered and exited of Tick, Parts, Whole? and Wait, with two to spare."""


@pytest.fixture
def definition() -> dict[str, Any]:
    return json.loads(DEFINITION.read_text())


def following(state: dict[str, Any]) -> set[str]:
    choices = [each["Next"] for each in (*state.get("Choices", ()), *state.get("Catch", ()))]
    return {*choices, *(state[key] for key in ("Next", "Default") if key in state)}


def test_every_state_is_reached_and_every_next_exists(definition: dict[str, Any]) -> None:
    states = definition["States"]
    reached, waiting = set(), {definition["StartAt"]}
    while waiting:
        name = waiting.pop()
        reached.add(name)
        waiting |= following(states[name]) - reached
    assert reached == set(states)


def test_every_task_retries_and_catches(definition: dict[str, Any]) -> None:
    tasks = [state for state in definition["States"].values() if state["Type"] == "Task"]
    assert tasks
    assert all(task["Retry"] and task["Catch"] for task in tasks)


def test_a_long_batch_goes_on_in_a_fresh_execution(definition: dict[str, Any]) -> None:
    ended, long, economy = definition["States"]["Whole?"]["Choices"]
    assert ended["Variable"] == "$.done"
    assert definition["States"][economy["Next"]]["Next"] == "Wait"
    assert long["NumericGreaterThanEquals"] * EVENTS_A_TICK < MOST_EVENTS
    again = definition["States"][long["Next"]]["Parameters"]
    assert again["Input"] == {"envelope.$": "$.envelope", "ticks": 0}


def test_a_repeated_hand_over_is_the_same_one(definition: dict[str, Any]) -> None:
    hand_over = definition["States"]["Hand over"]
    assert "$$.Execution.Name" in hand_over["Parameters"]["Name.$"]
    exists = hand_over["Catch"][0]
    assert exists == {"ErrorEquals": ["StepFunctions.ExecutionAlreadyExistsException"], "Next": "Ended"}


def test_the_template_fills_every_placeholder(any_app_template: Template) -> None:
    machine = any_app_template.one("AWS::StepFunctions::StateMachine")
    placeholders = set(re.findall(r"\$\{(\w+)\}", DEFINITION.read_text()))
    assert placeholders == set(machine["DefinitionSubstitutions"])
    assert json.loads(machine["DefinitionString"]) == json.loads(DEFINITION.read_text())


def test_executions_are_traced_and_their_data_is_not_logged(any_app_template: Template) -> None:
    machine = any_app_template.one("AWS::StepFunctions::StateMachine")
    assert machine["TracingConfiguration"] == {"Enabled": True}
    assert machine["LoggingConfiguration"]["IncludeExecutionData"] is False
