"""One origin for the browser: the app at `/`, the API at `/api/*`."""

from __future__ import annotations

from aws_cdk import Aws, Duration
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.api import STAGE_NAME

ERROR_STATUSES = (400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504)
"""What CloudFront would otherwise keep for ten seconds."""

APP_PATHS = """
// A path of the app is answered by its one page; a file is itself.
function handler(event) {
  var request = event.request;
  var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) {
    request.uri = '/index.html';
  }
  return request;
}
"""


def content_security_policy(sign_in_origins: list[str]) -> str:
    """The app's policy: its own files, its own API, and the sign-in service.

    Generated text is only ever text. `frontend/serving` sends the same locally; a test
    compares the two.
    """
    others = " ".join(sign_in_origins)
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data:",
            f"connect-src 'self' {others}",
            f"form-action 'self' {others}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
    )


class Edge(Construct):
    """The distribution.

    It has no error pages: those are distribution-wide and would turn the API's 404 into
    HTML. The app's paths are rewritten before the bucket is asked.
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        web: s3.IBucket,
        logs: s3.IBucket,
        rest_api_id: str,
        sign_in_origins: list[str],
    ) -> None:
        super().__init__(scope, name)
        self.distribution = cloudfront.Distribution(
            self,
            "Distribution",
            comment="Bright Run",
            default_root_object="index.html",
            default_behavior=self._app(web, content_security_policy(sign_in_origins)),
            additional_behaviors={"/api/*": self._api(rest_api_id)},
            error_responses=[
                cloudfront.ErrorResponse(http_status=status, ttl=Duration.seconds(0)) for status in ERROR_STATUSES
            ],
            price_class=cloudfront.PriceClass.PRICE_CLASS_100,
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            enable_logging=True,
            log_bucket=logs,
            log_file_prefix="distribution/",
        )

    @property
    def origin(self) -> str:
        """Where the browser finds everything."""
        return f"https://{self.distribution.distribution_domain_name}"

    def _app(self, web: s3.IBucket, policy: str) -> cloudfront.BehaviorOptions:
        function = cloudfront.Function(
            self,
            "AppPaths",
            code=cloudfront.FunctionCode.from_inline(APP_PATHS),
            runtime=cloudfront.FunctionRuntime.JS_2_0,
        )
        return cloudfront.BehaviorOptions(
            origin=origins.S3BucketOrigin.with_origin_access_control(
                web,
                # With LIST a missing file is a 404; without it a 403 that explains nothing.
                origin_access_levels=[cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
            ),
            viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
            compress=True,
            response_headers_policy=self._app_headers(policy),
            function_associations=[
                cloudfront.FunctionAssociation(
                    function=function, event_type=cloudfront.FunctionEventType.VIEWER_REQUEST
                )
            ],
        )

    def _api(self, rest_api_id: str) -> cloudfront.BehaviorOptions:
        return cloudfront.BehaviorOptions(
            origin=origins.HttpOrigin(
                f"{rest_api_id}.execute-api.{Aws.REGION}.{Aws.URL_SUFFIX}",
                origin_path=f"/{STAGE_NAME}",
                protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
            ),
            allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
            cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
            origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
            viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
            response_headers_policy=self._api_headers(),
        )

    def _app_headers(self, policy: str) -> cloudfront.ResponseHeadersPolicy:
        return cloudfront.ResponseHeadersPolicy(
            self,
            "AppHeaders",
            security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
                content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
                    content_security_policy=policy, override=True
                ),
                content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
                frame_options=cloudfront.ResponseHeadersFrameOptions(
                    frame_option=cloudfront.HeadersFrameOption.DENY, override=True
                ),
                referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
                    referrer_policy=cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
                    override=True,
                ),
                strict_transport_security=_transport_security(),
            ),
            custom_headers_behavior=cloudfront.ResponseCustomHeadersBehavior(
                custom_headers=[
                    cloudfront.ResponseCustomHeader(
                        header="Permissions-Policy",
                        value="camera=(), microphone=(), geolocation=()",
                        override=True,
                    )
                ]
            ),
        )

    def _api_headers(self) -> cloudfront.ResponseHeadersPolicy:
        return cloudfront.ResponseHeadersPolicy(
            self,
            "ApiHeaders",
            security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
                content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
                strict_transport_security=_transport_security(),
            ),
        )


def _transport_security() -> cloudfront.ResponseHeadersStrictTransportSecurity:
    return cloudfront.ResponseHeadersStrictTransportSecurity(
        access_control_max_age=Duration.days(365), include_subdomains=True, override=True
    )
