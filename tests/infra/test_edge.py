"""What the browser meets first (design §3c): each rule of the distribution, one test."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from infra.constructs.edge import APP_PATHS, content_security_policy
from tests.infra.template import Template

CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
LOCAL_HEADERS = Path(__file__).parents[2] / "frontend/serving/web-origin.ts"


@pytest.fixture
def distribution(app_template: Template) -> dict[str, Any]:
    return app_template.one("AWS::CloudFront::Distribution")["DistributionConfig"]


@pytest.fixture
def api_behaviour(distribution: dict[str, Any]) -> dict[str, Any]:
    (found,) = distribution["CacheBehaviors"]
    return found


def headers(template: Template, reference: dict[str, Any]) -> dict[str, Any]:
    policy = template.of_type("AWS::CloudFront::ResponseHeadersPolicy")[reference["Ref"]]
    return policy["ResponseHeadersPolicyConfig"]


def test_an_error_is_never_turned_into_a_page(distribution: dict[str, Any]) -> None:
    assert not [each for each in distribution["CustomErrorResponses"] if "ResponsePagePath" in each]


def test_an_error_is_never_kept(distribution: dict[str, Any]) -> None:
    kept = {each["ErrorCode"]: each["ErrorCachingMinTTL"] for each in distribution["CustomErrorResponses"]}
    assert {400, 403, 404, 500, 502, 503, 504} <= set(kept)
    assert set(kept.values()) == {0}


def test_the_api_is_never_cached_and_sees_the_viewers_request(api_behaviour: dict[str, Any]) -> None:
    assert api_behaviour["PathPattern"] == "/api/*"
    assert api_behaviour["CachePolicyId"] == CACHING_DISABLED
    assert api_behaviour["OriginRequestPolicyId"] == ALL_VIEWER_EXCEPT_HOST_HEADER
    assert {"POST", "PATCH", "DELETE"} <= set(api_behaviour["AllowedMethods"])
    assert api_behaviour["ViewerProtocolPolicy"] == "https-only"


def test_paths_of_the_app_are_rewritten_before_the_bucket_is_asked(
    app_template: Template, distribution: dict[str, Any], api_behaviour: dict[str, Any]
) -> None:
    (association,) = distribution["DefaultCacheBehavior"]["FunctionAssociations"]
    assert association["EventType"] == "viewer-request"
    assert app_template.one("AWS::CloudFront::Function")["FunctionCode"] == APP_PATHS
    assert "FunctionAssociations" not in api_behaviour


def test_the_bucket_is_read_by_the_distribution_only(distribution: dict[str, Any]) -> None:
    (web,) = [each for each in distribution["Origins"] if "S3OriginConfig" in each]
    assert web["OriginAccessControlId"]


def test_the_policy_lets_nothing_in_but_our_own(app_template: Template, distribution: dict[str, Any]) -> None:
    sent = headers(app_template, distribution["DefaultCacheBehavior"]["ResponseHeadersPolicyId"])
    policy = json.dumps(sent["SecurityHeadersConfig"]["ContentSecurityPolicy"])
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_both_behaviours_demand_tls_from_now_on(
    app_template: Template, distribution: dict[str, Any], api_behaviour: dict[str, Any]
) -> None:
    for behaviour in (distribution["DefaultCacheBehavior"], api_behaviour):
        security = headers(app_template, behaviour["ResponseHeadersPolicyId"])["SecurityHeadersConfig"]
        assert security["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 365 * 24 * 3600
        assert security["ContentTypeOptions"]["Override"] is True


def test_the_local_web_server_sends_the_same_policy() -> None:
    source = LOCAL_HEADERS.read_text()
    ours = content_security_policy(["OTHERS"])
    for directive in ours.split("; "):
        wanted = directive.replace("OTHERS", "${others}")
        assert re.search(rf"[\"`]{re.escape(wanted)}[\"`]", source), directive


def test_the_local_target_has_no_distribution(local: Any) -> None:
    assert not Template(local.template("app")).of_type("AWS::CloudFront::Distribution")
