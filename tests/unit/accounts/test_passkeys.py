"""Passkeys, as far as a server can be asked without one; the stories with a real authenticator are the browser's."""

import json

import pytest
from allauth.mfa.models import Authenticator

from tests.cast import PASSWORD

FORGED = [
    "",
    "{}",
    "[]",
    "null",
    "7",
    '"x"',
    "{",
    '{"id": "x"}',
    '{"id": "!", "rawId": "!", "type": "public-key", "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "A", "attestationObject": "A"}}',
    json.dumps(
        {
            "id": "AA",
            "rawId": "AA",
            "type": "public-key",
            "response": {"clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA", "userHandle": "AA"},
        }
    ),
    '{"id": [], "rawId": {}, "type": 7, "response": []}',
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": "x" * 100}),
]


@pytest.mark.parametrize("credential", FORGED)
def test_a_forged_answer_opens_nothing_and_breaks_nothing(client, db, credential):
    client.get("/accounts/2fa/webauthn/login/", headers={"Accept": "application/json"})
    answer = client.post("/accounts/2fa/webauthn/login/", {"credential": credential})
    assert answer["Location"] == "/accounts/login/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("credential", FORGED)
def test_a_forged_key_is_not_kept(client, sign_in, mei, credential):
    sign_in("阿梅")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.get("/accounts/2fa/webauthn/add/")
    answer = client.post("/accounts/2fa/webauthn/add/", {"name": "钥匙", "credential": credential})
    assert answer.status_code == 200
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", FORGED)
def test_a_forged_answer_confirms_nobody(client_of, mei, credential):
    browser = client_of(mei)
    Authenticator.objects.create(user=mei, type="recovery_codes", data={})
    answer = browser.post("/accounts/2fa/webauthn/reauthenticate/", {"credential": credential})
    assert answer.status_code == 302


def test_the_challenge_names_nobody(client, mei):
    asked = client.get("/accounts/2fa/webauthn/login/", headers={"Accept": "application/json"}).json()
    assert not asked["request_options"]["publicKey"].get("allowCredentials")


def test_somebody_elses_key_is_not_there(client_of, mei, lin):
    key = Authenticator.objects.create(user=lin, type="webauthn", data={"name": "她的", "credential": {}})
    browser = client_of(mei)
    for page in ("remove", "edit"):
        answer = browser.get(f"/accounts/2fa/webauthn/keys/{key.pk}/{page}/")
        assert answer.status_code in {302, 404}
