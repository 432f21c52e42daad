"""The cast (小林 writes, 阿梅 replies, 老周 moderates, 小贾 is muted) and the things they make.

Things are made by the same verbs the doors say, so counters, floors and renderings are those of the site.
"""

import hashlib
import os
import uuid
from datetime import timedelta
from importlib import import_module
from unittest import mock

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from accounts.models import User
from forum import limits
from forum.actions.replies import post_reply
from forum.actions.states import change_state
from forum.actions.threads import publish_thread
from forum.models import Category, Office, Origin, Sanction, State, Thread

BOUNDLESS = dict.fromkeys(limits.RIGHTS, limits.Rights(*[10**9] * 4, review={}))
PASSWORD = "一年有四季-88"
ADDRESS = "61.139.2.69"  # 四川


def make_user(name, **about):
    """A member who can sign in with PASSWORD: the address is verified."""
    email = about.pop("email", f"{uuid.uuid4().hex[:12]}@example.org")
    user = User.objects.create_user(name, email, PASSWORD, **about)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def lin():
    """小林, who writes when nobody else is named; made once."""
    return User.objects.filter(username="小林").first() or make_user("小林")


def make_offices():
    """The four offices as the migrations make them: a transactional test leaves empty tables behind."""
    if not Group.objects.filter(name="总版主").exists():
        import_module("forum.migrations.0003_moderators").make_group(apps, None)
        import_module("forum.migrations.0017_desk").make_offices(apps, None)
        import_module("forum.migrations.0019_search_by_name").let_moderators(apps, None)
        import_module("forum.migrations.0027_due_process").let_admins(apps, None)


def make_moderator(name, office="总版主", *categories):
    """Somebody with an office: 总版主 unless told; 版主 of these categories."""
    user = make_user(name)
    user.groups.add(Group.objects.get(name=office))
    for category in categories:
        Office.objects.create(user=user, category=category)
    return user


def make_muted(name, moderator, *, days=3):
    """A member who may not speak for the next days."""
    user = make_user(name)
    until = timezone.now() + timedelta(days=days)
    Sanction.objects.create(user=user, moderator=moderator, until=until, reason="刷屏")
    return user


def make_category(slug="product", name="产品", **about):
    """The shelf of this slug; it is made once."""
    return Category.objects.get_or_create(slug=slug, defaults={"name": name, **about})[0]


def make_thread(author=None, *, title="长文该不该分页", body="先说结论：**不该**。\n\n读者要的是一口气。", **about):
    """A public thread by ``author`` (小林 unless told); ``state``, ``category``, ``tags``, ``ip`` as wanted.

    Every other column goes straight into the row: ``views_count=9579``, ``pinned_at=…``.
    """
    state, ip = about.pop("state", State.PUBLIC), about.pop("ip", ADDRESS)
    category, tags = about.pop("category", None) or make_category(), about.pop("tags", ())
    with mock.patch.object(limits, "RIGHTS", BOUNDLESS):
        thread = publish_thread(
            author or lin(), title=title, body=body, category=category, tags=tags, origin=Origin(ip=ip)
        )
    _become(thread, state)
    if about:
        Thread.objects.filter(pk=thread.pk).update(**about)
    thread.refresh_from_db()
    return thread


def make_reply(thread=None, author=None, body="说得好，不过我有一点不同意见。", *, parent=None, **about):
    """A public reply by ``author`` (小林 unless told); ``state``, ``ip`` and any column as wanted.

    The cast may speak faster than people, and say more at once: what hangs on levels is lifted while it does.
    """
    state, ip = about.pop("state", State.PUBLIC), about.pop("ip", ADDRESS)
    with mock.patch.object(limits, "RIGHTS", BOUNDLESS):
        reply = post_reply(author or lin(), thread or make_thread(), body, origin=Origin(ip=ip), parent=parent)
    _become(reply, state)
    if about:
        type(reply).objects.filter(pk=reply.pk).update(**about)
    reply.refresh_from_db()
    return reply


def make_passkey(user, name="钥匙"):
    """A passkey of this member's, as a browser would have registered it; nobody holds its other half."""
    number, place = os.urandom(16), hashlib.sha256(b"testserver").digest()
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    held = AttestedCredentialData.create(b"\0" * 16, number, key)
    seen = AuthenticatorData.create(place, AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT, 0, held)
    answer = {
        "clientDataJSON": websafe_encode(b'{"type":"webauthn.create","challenge":"","origin":"https://testserver"}'),
        "attestationObject": websafe_encode(AttestationObject.create("none", seen, {})),
    }
    named = {"id": websafe_encode(number), "rawId": websafe_encode(number), "type": "public-key"}
    credential = named | {"response": answer, "clientExtensionResults": {"credProps": {"rk": True}}}
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": name, "credential": credential})


@transaction.atomic
def _become(thing, state):
    change_state(thing, state)
