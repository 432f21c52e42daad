"""Text messages: what is said, and to whom it is handed. Which sender is the setting SMS_SENDER's to say.

Gateways in China send approved templates only, so a sender is told a kind and a code, never a sentence:

    send("+8613800138000", "code", "123456")    a code to sign in, sign up or take a new password with
    send("+8613800138000", "known", "")         somebody tried to sign up with a number that has an account
    send("+8613800138000", "unknown", "")       somebody tried to sign in with a number that has none
"""

import hashlib
import hmac
import json
import secrets
import sys
import time
import urllib.request

from django.conf import settings
from django.utils.module_loading import import_string

KINDS = ("code", "known", "unknown")
_PATIENCE = 5  # seconds; somebody is waiting for the page


class NotSent(Exception):
    """The message did not leave."""


class ConsoleSender:
    """For a laptop: the message on the terminal."""

    def send(self, phone, kind, code):
        print(f"SMS to {phone}: {kind} {code}", file=sys.stderr, flush=True)


class HttpSender:
    """Hands the message to a gateway of the operator's: one POST of JSON to SMS_URL, signed with SMS_SECRET.

    `X-Signature` is the hexadecimal HMAC-SHA256 over `X-Timestamp` (seconds), a full stop, `X-Nonce`, a full stop and
    the body as sent. The gateway refuses old times and nonces it has seen; any answer but 2xx is a failure.
    """

    def send(self, phone, kind, code):
        body = json.dumps({"phone": phone, "kind": kind, "code": code}).encode()
        request = urllib.request.Request(settings.SMS_URL, body, self._signed(body), method="POST")
        try:
            with _opener.open(request, timeout=_PATIENCE):
                return
        except OSError as error:  # refused, timed out, or an answer that says no
            raise NotSent(type(error).__name__) from error

    def _signed(self, body):
        moment, nonce = str(int(time.time())), secrets.token_hex(16)
        text = b".".join([moment.encode(), nonce.encode(), body])
        signature = hmac.new(settings.SMS_SECRET.encode(), text, hashlib.sha256).hexdigest()
        signed = {"X-Timestamp": moment, "X-Nonce": nonce, "X-Signature": signature}
        return {"Content-Type": "application/json", **signed}


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A signed message goes where the operator said and nowhere else."""

    def redirect_request(self, *_args):
        return None


_opener = urllib.request.build_opener(_NoRedirect)


def send(phone, kind, code=""):
    """Hand a message to the sender of this site; raises NotSent."""
    import_string(settings.SMS_SENDER)().send(phone, kind, code)
