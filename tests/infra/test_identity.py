"""Sign-in: a public client, code and PKCE, claims from the membership table."""

from __future__ import annotations

from tests.infra.template import Template


def test_the_web_client_is_public_and_knows_the_code_flow_only(any_app_template: Template) -> None:
    client = any_app_template.one("AWS::Cognito::UserPoolClient")
    assert client["AllowedOAuthFlows"] == ["code"]
    assert client["GenerateSecret"] is False
    assert client["PreventUserExistenceErrors"] == "ENABLED"
    assert client["EnableTokenRevocation"] is True


def test_sign_in_returns_to_the_app_only(any_app_template: Template) -> None:
    client = any_app_template.one("AWS::Cognito::UserPoolClient")
    assert len(client["CallbackURLs"]) == len(client["LogoutURLs"]) == 1


def test_tokens_get_their_claims_from_our_function(any_app_template: Template) -> None:
    pool = any_app_template.one("AWS::Cognito::UserPool")
    (source,) = pool["LambdaConfig"].values()
    assert source["Fn::GetAtt"][0] in any_app_template.of_type("AWS::Lambda::Function")
    assert "TokenClaims" in source["Fn::GetAtt"][0]


def test_people_sign_up_themselves_with_a_verified_address(any_app_template: Template) -> None:
    pool = any_app_template.one("AWS::Cognito::UserPool")
    assert pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is False
    assert pool["AutoVerifiedAttributes"] == ["email"]
    assert pool["Policies"]["PasswordPolicy"]["MinimumLength"] >= 12


def test_staff_is_a_group_of_its_own(any_app_template: Template) -> None:
    assert any_app_template.one("AWS::Cognito::UserPoolGroup")["GroupName"] == "staff"
