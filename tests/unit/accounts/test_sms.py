"""The gateway is told what to send, and can check that it was us: a real one listens here."""

import hashlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from accounts import sms


@pytest.fixture
def gateway(settings):
    """A gateway of the operator's: what it was sent, and the status it answers."""

    class Gateway(BaseHTTPRequestHandler):
        heard, status = [], 200

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.heard.append((dict(self.headers), body))
            self.send_response(self.status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_words):
            pass

    server = HTTPServer(("127.0.0.1", 0), Gateway)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.SMS_SENDER = "accounts.sms.HttpSender"
    settings.SMS_URL, settings.SMS_SECRET = f"http://127.0.0.1:{server.server_port}/send", "between us"
    yield Gateway
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_gateway_gets_a_signed_message(gateway):
    sms.send("+8613800138000", "code", "123456")
    ((headers, body),) = gateway.heard
    assert json.loads(body) == {"phone": "+8613800138000", "kind": "code", "code": "123456"}
    signed = f"{headers['X-Timestamp']}.{headers['X-Nonce']}.".encode() + body
    assert headers["X-Signature"] == hmac.new(b"between us", signed, hashlib.sha256).hexdigest()


def test_no_two_messages_are_signed_alike(gateway):
    for _turn in range(2):
        sms.send("+8613800138000", "known")
    first, second = (headers for headers, _body in gateway.heard)
    assert first["X-Nonce"] != second["X-Nonce"] and first["X-Signature"] != second["X-Signature"]


@pytest.mark.parametrize("status", [302, 400, 401, 500])
def test_any_answer_but_yes_is_a_failure_and_sent_once(gateway, status):
    gateway.status = status
    with pytest.raises(sms.NotSent):
        sms.send("+8613800138000", "code", "123456")
    assert len(gateway.heard) == 1


def test_a_laptop_reads_the_message_on_the_terminal(settings, capsys):
    settings.SMS_SENDER = "accounts.sms.ConsoleSender"
    sms.send("+8613800138000", "code", "123456")
    assert "123456" in capsys.readouterr().err
