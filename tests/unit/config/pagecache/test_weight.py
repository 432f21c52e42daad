"""What a first visit to a thread weighs on the wire, images left out."""

import random
import re

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

HAN = range(0x4E00, 0x9FA5)
PAGE, FIRST_VISIT = 12_000, 100_000  # bytes, compressed as they are sent


@pytest.fixture
def body(stack, make_thread, make_reply):
    """Twenty replies of eighty characters that no compression can guess."""
    chance = random.Random(1)
    thread = make_thread()
    for _ in range(20):
        make_reply(thread, body="".join(chr(chance.choice(HAN)) for _ in range(80)))
    return stack.get(f"/threads/{thread.pk}/").body


def test_the_html_of_twenty_replies_is_light(body):
    assert body.count('<li class="reply') == 20
    assert len(brotli.compress(body.encode(), quality=5)) < PAGE


def test_a_first_visit_is_light(body):
    names = set(re.findall(rf'(?:href|src)="{settings.STATIC_URL}([^"#]+)', body))
    assert "css/site.css" in names
    files = sum(len(brotli.compress(_bytes(name), quality=5)) for name in names if not name.endswith(".png"))
    assert files + len(brotli.compress(body.encode(), quality=5)) < FIRST_VISIT


def test_no_script_holds_up_the_page(body):
    for script in re.findall("<script[^>]*>", body):
        assert re.search(r'type="module"|\bdefer\b|type="application/ld\+json"', script), script


def _bytes(name):
    with open(finders.find(name), "rb") as file:
        return file.read()
