"""The demo tenants and the people in them. Their passwords are no secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["owner", "editor", "reviewer", "viewer"]

PASSWORD = "Bright-run-demo-1"  # noqa: S105 - printed at every start
MAIL_FROM = "no-reply@brightrun.example"


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in."""

    name: str
    email: str
    role: Role


@dataclass(frozen=True)
class Tenant:
    """A firm, its owner first."""

    slug: str
    name: str
    people: tuple[Person, ...]

    @property
    def owner(self) -> Person:
        """Whose first sign-in makes the tenant."""
        return self.people[0]


TENANTS = (
    Tenant(
        "hollis-park",
        "Hollis & Park",
        (
            Person("Maya Hollis", "maya@hollispark.example", "owner"),
            Person("Tom Park", "tom@hollispark.example", "editor"),
            Person("Ines Duarte", "ines@hollispark.example", "reviewer"),
            Person("Lee Chandra", "lee@hollispark.example", "viewer"),
        ),
    ),
    Tenant(
        "northwind",
        "Northwind Advisory",
        (
            Person("Grace Okafor", "grace@northwind.example", "owner"),
            Person("Ben Sato", "ben@northwind.example", "editor"),
            Person("Ruth Lindqvist", "ruth@northwind.example", "reviewer"),
            Person("Omar Haddad", "omar@northwind.example", "viewer"),
        ),
    ),
)

STAFF = Person("Sam Brightwell", "sam@brightrun.example", "viewer")
STAFF_GROUP = "staff"
