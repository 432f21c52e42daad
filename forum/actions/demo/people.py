"""Shelves and accounts."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from forum.models import Category
from forum.rules import CHIEFS

SIGNING_IN = ("admin", "老周", "小林", "阿梅", "小贾")  # nobody can sign in as one of the others


def write_categories(texts):
    """The categories by slug; those that exist keep their name and place."""
    return {about["slug"]: _category(position, about) for position, about in enumerate(texts)}


def _category(position, about):
    wanted = {"name": about["name"], "description": about["line"], "position": position}
    return Category.objects.get_or_create(slug=about["slug"], defaults=wanted)[0]


def write_people(texts, password, now):
    """The accounts by name; those that exist keep their password and their roles."""
    users = get_user_model().objects
    people = {user.username: user for user in users.filter(username__in=[about["name"] for about in texts])}
    missing = {number: about for number, about in enumerate(texts) if about["name"] not in people}
    secret = make_password(password) if missing else ""  # once for all of them: this hash is slow on purpose
    for number, about in missing.items():
        people[about["name"]] = _person(f"member{number}@example.org", about, secret, now)
    return people


def _person(email, about, secret, now):
    name, role = about["name"], about.get("role")
    user = get_user_model()(
        username=name,
        email=email,
        bio=about["line"],
        password=secret if name in SIGNING_IN else make_password(None),
        date_joined=now - timedelta(days=about["joined"]),
        is_staff=role == "superuser",
        is_superuser=role == "superuser",
    )
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    if role == "moderator":
        user.groups.add(Group.objects.get(name=CHIEFS))
    return user
