"""Mail through SES."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from brightrun.domain.errors import Unavailable
from brightrun.domain.tenancy import TenantScope

if TYPE_CHECKING:
    from types_boto3_sesv2 import SESV2Client


class SesMailer:
    """Implements `Mailer`."""

    def __init__(self, client: SESV2Client, sender: str) -> None:
        self._client = client
        self._sender = sender

    def send(self, scope: TenantScope, *, to: str, subject: str, text: str) -> None:
        try:
            self._client.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [to]},
                Content={
                    "Simple": {
                        "Subject": {"Data": subject, "Charset": "UTF-8"},
                        "Body": {"Text": {"Data": text, "Charset": "UTF-8"}},
                    }
                },
                EmailTags=[{"Name": "tenant", "Value": scope.tenant_id}],
            )
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("The mail was not taken.") from error
