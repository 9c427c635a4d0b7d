"""Structured output: which schemas the Messages API takes, and values that fit them."""

from typing import Any, cast

Json = dict[str, Any]

UNSUPPORTED = frozenset(
    [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
    ]
)


def problem(schema: Any, path: str = "schema") -> str | None:
    """Why the API would refuse the schema, or None. Same rules as the provider's documentation."""
    if not isinstance(schema, dict):
        return f"{path}: must be an object"
    node = cast("Json", schema)
    if found := sorted(UNSUPPORTED & set(node)):
        return f"{path}: property '{found[0]}' is not supported"
    if node.get("minItems", 0) not in (0, 1):
        return f"{path}: 'minItems' values other than 0 or 1 are not supported"
    if node.get("type") == "object" and node.get("additionalProperties") is not False:
        return f"{path}: 'additionalProperties' must be explicitly set to false"
    for key in ("properties", "$defs", "definitions"):
        for name, child in cast("Json", node.get(key) or {}).items():
            if (found_below := problem(child, f"{path}.{key}.{name}")) is not None:
                return found_below
    if "items" in node:
        return problem(node["items"], f"{path}.items")
    return None


def _resolve(node: Json, root: Json) -> Json:
    while "$ref" in node:
        found: Any = root
        for part in str(node["$ref"]).removeprefix("#/").split("/"):
            found = found[part]
        node = cast("Json", found)
    return node


def conform(schema: Json, value: Any, root: Json | None = None, name: str = "") -> Any:
    """`value` cut to the schema, and what it lacks filled with something plain and valid."""
    root = schema if root is None else root
    node = _resolve(schema, root)
    options = cast("list[Json]", node.get("anyOf") or node.get("oneOf") or [])
    if options:
        return conform(options[0], value, root, name)
    if "const" in node:
        return node["const"]
    if "enum" in node:
        return value if value in node["enum"] else node["enum"][0]
    kind = node.get("type")
    if kind == "object":
        source = cast("Json", value) if isinstance(value, dict) else {}
        children = cast("dict[str, Json]", node.get("properties") or {})
        return {key: conform(child, source.get(key), root, key) for key, child in children.items()}
    if kind == "array":
        item = cast("Json", node.get("items") or {"type": "string"})
        rows = cast("list[Any]", value) if isinstance(value, list) else []
        if not rows and node.get("minItems") == 1:
            rows = [None]
        return [conform(item, row, root, name) for row in rows]
    return _plain(kind, value, name)


def _plain(kind: Any, value: Any, name: str) -> Any:
    if kind == "integer":
        return value if isinstance(value, int) else 7
    if kind == "number":
        return value if isinstance(value, int | float) else 0.8
    if kind == "boolean":
        return value if isinstance(value, bool) else True
    if kind == "null":
        return None
    return value if isinstance(value, str) else f"Practice answer for {name or 'this field'}."
