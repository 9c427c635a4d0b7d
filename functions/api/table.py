"""The route table: every operation of the API, in the order in which people read about them."""

from __future__ import annotations

from functions.api.routes.activity import activity
from functions.api.routes.admin import admin
from functions.api.routes.api_keys import api_keys
from functions.api.routes.batches import batches
from functions.api.routes.bulk import bulk
from functions.api.routes.comments import comments
from functions.api.routes.conversations import conversations
from functions.api.routes.coverage import coverage
from functions.api.routes.datasets import datasets
from functions.api.routes.documents import documents
from functions.api.routes.exports import exports
from functions.api.routes.failures import failures
from functions.api.routes.me import me
from functions.api.routes.members import members
from functions.api.routes.models import models
from functions.api.routes.packs import packs
from functions.api.routes.plans import plans
from functions.api.routes.review import review
from functions.api.routes.seeds import seeds
from functions.api.routes.service import service
from functions.api.routes.session import session
from functions.api.routes.settings import settings
from functions.api.routes.templates import templates
from functions.api.routes.versions import versions

RESOURCES = (
    service,
    session,
    me,
    settings,
    members,
    api_keys,
    packs,
    documents,
    datasets,
    plans,
    seeds,
    coverage,
    conversations,
    versions,
    review,
    comments,
    bulk,
    batches,
    failures,
    exports,
    templates,
    models,
    activity,
    admin,
)

ROUTES = tuple(route for resource in RESOURCES for route in resource.routes)
