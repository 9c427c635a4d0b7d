"""Reading a rendered app for the local cloud."""

from __future__ import annotations

import json

from infra.local import assembly, deployment

ADDRESSES = assembly.Addresses("http://127.0.0.1:4567", "http://127.0.0.1:8301", None)


def _app(folder, template, **artifacts):
    (folder / "one.template.json").write_text(json.dumps(template))
    stack = {"type": "aws:cloudformation:stack", "properties": {"templateFile": "one.template.json"}}
    manifest = {"artifacts": {name: {**stack, **value} for name, value in artifacts.items()}}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def test_addresses_stand_where_the_placeholders_were(tmp_path):
    template = {"Resources": {"F": {"Type": "X", "Origin": assembly.WEB, "Aws": assembly.ENDPOINT}}}
    (stack,) = deployment.read(_app(tmp_path, template, one={}), ADDRESSES)
    resource = json.loads(stack.template)["Resources"]["F"]
    assert (resource["Origin"], resource["Aws"]) == (ADDRESSES.web, ADDRESSES.endpoint)


def test_a_reference_to_a_secret_means_its_arn(tmp_path):
    template = {
        "Resources": {
            "Key": {"Type": "AWS::SecretsManager::Secret"},
            "F": {"Type": "X", "Secret": {"Ref": "Key"}, "Table": {"Ref": "Table"}},
        }
    }
    (stack,) = deployment.read(_app(tmp_path, template, one={}), ADDRESSES)
    function = json.loads(stack.template)["Resources"]["F"]
    assert function["Secret"] == {"Fn::GetAtt": ["Key", "Id"]}
    assert function["Table"] == {"Ref": "Table"}


def test_stacks_come_after_those_that_they_need(tmp_path):
    folder = _app(tmp_path, {"Resources": {}}, app={"dependencies": ["data", "app.assets"]}, data={})
    assert [stack.name for stack in deployment.read(folder, ADDRESSES)] == ["data", "app"]
