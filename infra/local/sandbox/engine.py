"""What the practice model answers: a prompt in, a finished answer with its usage out."""

import hashlib
import json
from typing import Any

from infra.local.sandbox.config import SandboxConfig
from infra.local.sandbox.faults import Fault
from infra.local.sandbox.messages import Answer, Call, PromptCache, Usage, tokens
from infra.local.sandbox.schema import conform
from infra.local.sandbox.writer.compose import write
from infra.local.sandbox.writer.judge import judge, read_talk
from infra.local.sandbox.writer.plan import Plan, read_plan
from infra.local.sandbox.writer.rewrite import read_rewrite, rewrite

Json = dict[str, Any]


def identity(call: Call) -> tuple[str, str]:
    """(reference, variation) of the plan in the prompt, empty when it has none."""
    plan = read_plan(call.prompt)
    return (plan.reference, str(plan.variation)) if plan else ("", "")


def answer_text(call: Call, config: SandboxConfig) -> str:
    """The text of the answer: a conversation when the prompt holds a plan."""
    plan = read_plan(call.prompt)
    if plan is not None:
        content = _content(call.prompt, plan, config)
        value = content if call.schema is None else conform(call.schema, content)
        return json.dumps(value, ensure_ascii=False)
    if call.schema is not None:
        return json.dumps(conform(call.schema, None), ensure_ascii=False)
    return "This is the practice model. It writes conversations when a prompt holds a plan for one."


def _content(prompt: str, plan: Plan, config: SandboxConfig) -> Json:
    """What the prompt asks for: an opinion on a conversation, another wording of it, or a new one."""
    talk = read_talk(prompt, plan)
    if talk is not None:
        return judge(talk)
    asked = read_rewrite(prompt)
    return write(plan, config.flaw_rate) if asked is None else rewrite(asked, f"About {plan.topic.lower()}")


def _damaged(text: str, fault: Fault | None) -> tuple[str, str]:
    """(text, stop reason) after a fault that shows in the content."""
    kind = fault.kind if fault else ""
    if kind == "refusal":
        return "", "refusal"
    if kind == "max_tokens":
        return text[: len(text) // 2], "max_tokens"
    if kind == "broken_json":
        return text[: int(len(text) * 0.8)], "end_turn"
    if kind == "wrong_shape":
        return json.dumps({"conversation": "unavailable", "lines": []}), "end_turn"
    if kind == "empty":
        return "", "end_turn"
    return text, "end_turn"


def build_answer(
    call: Call,
    config: SandboxConfig,
    cache: PromptCache,
    at: tuple[float, float],
    fault: Fault | None,
) -> Answer:
    """The answer to a call. `at` is (now, when its first token will be out), monotonic seconds."""
    written, read = cache.measure(call, int(config.cache_min_tokens), at[0], at[1])
    text, stop = _damaged(answer_text(call, config), fault)
    thinks = int(config.thinking_tokens) if call.thinking else 0
    thought = ("I plan the turns, the arc and which facts to use. " * 40)[: thinks * 4]
    room = max(1, call.max_tokens - thinks)
    if tokens(text) > room:
        text, stop = text[: room * 4], "max_tokens"
    digest = hashlib.sha256(f"{call.model}\n{call.system}\n{call.prompt}".encode()).hexdigest()
    return Answer(
        id=f"msg_{digest[:24]}",
        model=f"sandbox:{call.model}",
        thinking=thought,
        text=text,
        stop_reason=stop,
        usage=Usage(
            input_tokens=tokens(call.system) + tokens(call.prompt) - written - read,
            cache_creation=written,
            cache_read=read,
            output_tokens=tokens(text) + thinks,
            thinking_tokens=thinks,
            ttl=call.ttl,
        ),
        refusal_category=fault.category if fault and fault.kind == "refusal" else None,
    )
