"""A prompt file: front matter and body, as `prompts/<tier>/<slug>.md` holds them."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from brightrun.domain.errors import InvalidInput
from brightrun.domain.placeholders import placeholders, single_braces, unknown_parameters
from brightrun.domain.taxonomy import Tier

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


class ImportedTemplate(BaseModel):
    """What an imported file says; what it does not say is asked for."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = Field(default="", max_length=120)
    tier: Tier = Tier.TEMPLATE
    arc: str | None = Field(default=None, max_length=80)
    edge_case: str | None = Field(default=None, max_length=80)
    description: str = Field(default="", max_length=400)
    body: str = Field(min_length=1)


def read_imported_template(text: str) -> ImportedTemplate:
    """A template from a file of anybody's: with front matter as in `prompts/`, or the text alone."""
    found = _WHOLE.match(text.replace("\r\n", "\n").lstrip("\ufeff"))
    try:
        head: dict[str, object] = (yaml.safe_load(found["head"]) or {}) if found else {}
        body = single_braces(found["body"] if found else text).strip()
        return ImportedTemplate.model_validate({**head, "body": body})
    except (yaml.YAMLError, RecursionError):
        raise InvalidInput("The lines between the two --- can't be read.", code="template_file") from None
    except TypeError:
        raise InvalidInput(
            "The lines between the two --- are not of the form name: value.", code="template_file"
        ) from None
    except ValidationError as error:
        where = sorted({str(each["loc"][0]) for each in error.errors()})
        raise InvalidInput(
            f"The file says something about {', '.join(where)} that can't be used.",
            code="template_file",
            fields=[(name, "can't be used") for name in where],
        ) from None
    except ValueError:
        raise InvalidInput("A date between the two --- is none.", code="template_file") from None


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
