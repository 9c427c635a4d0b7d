"""Marks in a text that do not belong into a training conversation."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(
    r"\{\{?\s*[A-Za-z_][A-Za-z0-9_ .]*\}\}?|\[(?:insert|name|client|advisor|date|amount|x+)\b[^\]]*\]", re.IGNORECASE
)
CHAT_TOKENS = re.compile(
    r"<\|[a-z_]+\|>|\[/?INST\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>|<\|?(?:eot_id|im_start|im_end)\|?>"
)
PERSONAL = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]*[a-z]"
    r"|(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"
    r"|(?<![\d.$,])(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)",
    re.IGNORECASE,
)
SECRETS = re.compile(
    r"\b(?:sk-(?:ant-)?[A-Za-z0-9_-]{16,}|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[baprs]-[A-Za-z0-9-]{10,})\b"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
)
