"""Proof of work: done once, in time, by whom it was given to; whoever sends none comes in and is read first."""

import base64
import json
import threading
import time

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection

from accounts.models import User
from accounts.proof import HOLDS, challenge_for, is_proven

ADDRESS = "/accounts/proof/"


@pytest.fixture(autouse=True)
def little(settings):
    """As much work as a test has time for."""
    settings.PROOF_OF_WORK = 1
    cache.clear()


def solved(client):
    return proof_of(client.get(ADDRESS).json())


def proof_of(told):
    challenge = Challenge.from_dict(told)
    return Payload(challenge, solve_challenge(challenge)).to_base64()


def changed(proof, change):
    data = json.loads(base64.b64decode(proof))
    change(data)
    return base64.b64encode(json.dumps(data).encode()).decode()


def test_work_is_told_to_browsers_and_kept_nowhere(client, db):
    answer = client.get(ADDRESS)
    assert "no-store" in answer["Cache-Control"]
    assert answer.json()["parameters"]["algorithm"] == "PBKDF2/SHA-256"
    assert answer.json() != client.get(ADDRESS).json()


def test_the_sign_up_page_carries_none(client, db):
    page = client.get("/accounts/signup/").content.decode()
    assert 'name="proof" value=""' in page and "没有 JavaScript 也可以注册" in page


def test_who_did_the_work_signs_up_like_everybody(client, sign_up):
    assert sign_up(proof=solved(client)).status_code == 302
    assert not User.objects.get().came_unproven


def test_who_sends_none_signs_up_and_is_remembered(sign_up):
    assert sign_up().status_code == 302
    assert User.objects.get().came_unproven


def test_a_proof_counts_once(client, sign_up):
    proof = solved(client)
    assert sign_up(proof=proof).status_code == 302
    client.cookies.clear()
    page = sign_up(proof=proof, username="另一个", email="other@example.com")
    assert page.status_code == 200 and "已经用过" in page.content.decode()
    assert 'value="另一个"' in page.content.decode() and 'value="other@example.com"' in page.content.decode()
    assert User.objects.count() == 1


def test_a_field_to_be_mended_does_not_use_it_up(client, sign_up):
    proof = solved(client)
    assert sign_up(proof=proof, username="管理员").status_code == 200
    assert sign_up(proof=proof).status_code == 302


def test_a_late_one_is_told(client, sign_up, monkeypatch):
    proof, now = solved(client), time.time()
    monkeypatch.setattr(time, "time", lambda: now + HOLDS + 2)
    assert "过期" in sign_up(proof=proof).content.decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda it: it["solution"].update(derivedKey="00" * 32),
        lambda it: it["solution"].update(derivedKey=7),
        lambda it: it["challenge"]["parameters"].update(cost=1),
        lambda it: it["challenge"]["parameters"].update(expiresAt=10**10),
        lambda it: it["challenge"]["parameters"].update(data={"for": "1"}),
        lambda it: it["challenge"].update(signature=None),
        lambda it: it["challenge"].update(signature="00"),
        lambda it: it.update(challenge=[]),
        lambda it: it.update(solution="x"),
        lambda it: it.pop("challenge"),
    ],
)
def test_a_wrong_one_is_told_and_nothing_is_lost(client, sign_up, change):
    page = sign_up(proof=changed(solved(client), change))
    assert page.status_code == 200 and "没有对上" in page.content.decode()
    assert 'value="xin@example.com"' in page.content.decode()
    assert not User.objects.exists()


@pytest.mark.parametrize("proof", ["x", "%%%", "e30=", "W10=", "bnVsbA==", "A" * 3999, "é"])
def test_nonsense_is_no_error_page(sign_up, proof):
    assert "没有对上" in sign_up(proof=proof).content.decode()


def test_somebody_elses_counts_for_nobody(mei, lin):
    proof = proof_of(challenge_for(mei))
    for other in (lin, AnonymousUser()):
        with pytest.raises(ValidationError):
            is_proven(proof, other)
    assert is_proven(proof, mei)


def test_another_sites_key_opens_nothing(mei, settings):
    proof = proof_of(challenge_for(mei))
    settings.SECRET_KEY = "another"
    with pytest.raises(ValidationError):
        is_proven(proof, mei)


@pytest.mark.django_db(transaction=True)
def test_of_workers_that_get_it_at_once_one_takes_it(settings, mei):
    """In the cache all workers share: the database's, as on the real site."""
    from django.core.management import call_command

    from config.settings import base

    settings.CACHES = base.CACHES
    call_command("createcachetable", "cache", verbosity=0)
    proof, answers = proof_of(challenge_for(mei)), []

    def take():
        try:
            answers.append(is_proven(proof, mei))
        except ValidationError:
            answers.append(False)
        connection.close()

    workers = [threading.Thread(target=take) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(answers) == [False, False, False, True]


def test_switched_off_nothing_is_asked(client, sign_up, settings):
    settings.PROOF_OF_WORK = 0
    assert client.get(ADDRESS).status_code == 204
    assert "proof" not in client.get("/accounts/signup/").content.decode()
    assert sign_up().status_code == 302
    assert not User.objects.get().came_unproven
