"""Who signs in: a Cognito pool, one public client, OIDC with code and PKCE."""

from __future__ import annotations

from aws_cdk import Aws, Duration, RemovalPolicy
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.config import Config

SIGNED_IN = "/signed-in"
SIGNED_OUT = "/sign-in"


class Identity(Construct):
    """The pool, its hosted pages and the addresses that the product needs of it."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        config: Config,
        *,
        web_origin: str,
        token_claims: lambda_.Function,
    ) -> None:
        super().__init__(scope, name)
        self._config = config
        self.pool = self._pool(token_claims)
        self.client = self._client(web_origin)
        self.domain_prefix = f"{config.prefix}-{Aws.ACCOUNT_ID}"
        self.domain = self.pool.add_domain(
            "Domain", cognito_domain=cognito.CognitoDomainOptions(domain_prefix=self.domain_prefix)
        )
        cognito.UserPoolGroup(
            self,
            "Staff",
            user_pool=self.pool,
            group_name="staff",
            description="Sees aggregates and error codes of all tenants, never a text",
        )

    @property
    def issuer(self) -> str:
        """The `iss` of its tokens; MiniStack signs with the same as AWS."""
        return f"https://cognito-idp.{Aws.REGION}.amazonaws.com/{self.pool.user_pool_id}"

    @property
    def jwks_url(self) -> str:
        """Where the public keys of its tokens are read."""
        base = self.issuer
        if self._config.local:
            base = f"{self._config.local.endpoint}/{self.pool.user_pool_id}"
        return f"{base}/.well-known/jwks.json"

    @property
    def pages_url(self) -> str:
        """Origin of the hosted sign-in pages and of the token endpoint."""
        return pages_url(self._config)

    @property
    def token_url(self) -> str:
        """Where a code or a refresh token is exchanged."""
        return f"{self.pages_url}/oauth2/token"

    def _pool(self, token_claims: lambda_.Function) -> cognito.UserPool:
        return cognito.UserPool(
            self,
            "Pool",
            user_pool_name=f"{self._config.prefix}-users",
            self_sign_up_enabled=True,
            sign_in_aliases=cognito.SignInAliases(email=True),
            sign_in_case_sensitive=False,
            auto_verify=cognito.AutoVerifiedAttrs(email=True),
            standard_attributes=cognito.StandardAttributes(
                email=cognito.StandardAttribute(required=True, mutable=True),
                fullname=cognito.StandardAttribute(required=False, mutable=True),
            ),
            password_policy=cognito.PasswordPolicy(
                min_length=12,
                require_digits=True,
                require_lowercase=True,
                require_uppercase=True,
                require_symbols=True,
                temp_password_validity=Duration.days(3),
            ),
            mfa=cognito.Mfa.OPTIONAL,
            mfa_second_factor=cognito.MfaSecondFactor(sms=False, otp=True),
            account_recovery=cognito.AccountRecovery.EMAIL_ONLY,
            feature_plan=cognito.FeaturePlan.ESSENTIALS,
            lambda_triggers=cognito.UserPoolTriggers(pre_token_generation=token_claims),  # pyright: ignore[reportArgumentType]
            deletion_protection=self._config.is_production,
            removal_policy=(RemovalPolicy.RETAIN if self._config.is_production else RemovalPolicy.DESTROY),
        )

    def _client(self, web_origin: str) -> cognito.UserPoolClient:
        return self.pool.add_client(
            "Web",
            user_pool_client_name="web",
            generate_secret=False,
            o_auth=cognito.OAuthSettings(
                flows=cognito.OAuthFlows(authorization_code_grant=True),
                scopes=[
                    cognito.OAuthScope.OPENID,
                    cognito.OAuthScope.EMAIL,
                    cognito.OAuthScope.PROFILE,
                ],
                callback_urls=[f"{web_origin}{SIGNED_IN}"],
                logout_urls=[f"{web_origin}{SIGNED_OUT}"],
            ),
            auth_flows=cognito.AuthFlow(user_srp=True),
            supported_identity_providers=[cognito.UserPoolClientIdentityProvider.COGNITO],
            prevent_user_existence_errors=True,
            enable_token_revocation=True,
            id_token_validity=Duration.minutes(60),
            access_token_validity=Duration.minutes(60),
            refresh_token_validity=Duration.days(30),
        )


def pages_url(config: Config) -> str:
    """Origin of the hosted pages, known before the pool exists: the app's CSP names it."""
    if config.local:
        return config.local.endpoint
    return f"https://{config.prefix}-{Aws.ACCOUNT_ID}.auth.{Aws.REGION}.amazoncognito.com"


def sign_in_origins(config: Config) -> list[str]:
    """The origins that the app talks to beside its own: hosted pages, and Cognito's SignUp."""
    if config.local:
        return [config.local.endpoint]
    return [pages_url(config), f"https://cognito-idp.{Aws.REGION}.amazonaws.com"]
