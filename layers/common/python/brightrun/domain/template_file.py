"""A prompt file: front matter and body, as `prompts/<tier>/<slug>.md` holds them."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from brightrun.domain.errors import InvalidInput
from brightrun.domain.placeholders import placeholders, single_braces, unknown_parameters

_WHOLE = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)


class TemplateFile(BaseModel):
    """What a prompt file says. `parameters` are exactly the placeholders of `body`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{0,63}$")
    name: str = Field(min_length=1, max_length=120)
    tier: Literal["template", "scenario", "edge_case", "quality", "common"]
    arc: str | None = None
    edge_case: str | None = None
    version: int = Field(ge=1)
    description: str = ""
    parameters: tuple[str, ...] = ()
    body: str = Field(min_length=1)

    @property
    def sha256(self) -> str:
        """Of the body, without the blank lines around it."""
        return hashlib.sha256(self.body.encode()).hexdigest()


def read_template_file(text: str, where: str) -> TemplateFile:
    """The prompt in a file's text. Raises InvalidInput that names `where` and what is wrong."""
    found = _WHOLE.match(text.replace("\r\n", "\n"))
    if found is None:
        raise InvalidInput(f"{where} has no front matter.", code="template_file")
    try:
        head = yaml.safe_load(found["head"])
        file = TemplateFile.model_validate({**head, "body": single_braces(found["body"]).strip()})
    except (yaml.YAMLError, TypeError, ValidationError) as error:
        raise InvalidInput(f"The front matter of {where} can't be read: {error}", code="template_file") from error
    if set(file.parameters) != set(placeholders(file.body)):
        raise InvalidInput(f"The parameters of {where} are not those of its text.", code="template_file")
    unknown = () if file.tier == "quality" else unknown_parameters(file.body)
    if unknown:
        raise InvalidInput(f"{where} asks for {', '.join(unknown)}, which no conversation has.", code="template_file")
    return file
