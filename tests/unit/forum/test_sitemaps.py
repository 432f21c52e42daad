import re
import xml.etree.ElementTree as ET

import pytest

from forum import limits
from forum.models import Thread

SCHEMA = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def places(response):
    """[(path, last change or None), …]; fails unless the answer is as the protocol says."""
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    root = ET.fromstring(response.content)
    assert root.tag in {f"{SCHEMA}sitemapindex", f"{SCHEMA}urlset"}
    found = []
    for entry in root:
        address, changed = (entry.findtext(f"{SCHEMA}{name}") for name in ("loc", "lastmod"))
        assert address.startswith("http://testserver/")
        assert changed is None or MOMENT.fullmatch(changed)
        found.append((address.removeprefix("http://testserver"), changed))
    return found


def addresses(response):
    return [path for path, _changed in places(response)]


def file_of(thread):
    return f"/sitemap-threads-{(thread.pk - 1) // limits.SITEMAP_RANGE + 1}.xml"


def test_the_index_leads_to_every_public_page(visitor, make_thread):
    thread = make_thread(tags=["支付"])
    make_thread(title="还在等", state="held", tags=["暗号"])
    parts = addresses(visitor.get("/sitemap.xml"))
    assert parts == ["/sitemap-shelves.xml", file_of(thread)]
    listed = [address for part in parts for address in addresses(visitor.get(part))]
    assert listed == ["/", "/categories/product/", "/tags/%E6%94%AF%E4%BB%98/", f"/threads/{thread.pk}/"]


def test_every_address_in_it_opens_for_a_visitor(visitor, make_thread):
    make_thread(tags=["支付"])
    for part in addresses(visitor.get("/sitemap.xml")):
        for address in addresses(visitor.get(part)):
            assert visitor.get(address).status_code == 200


def test_a_file_says_when_its_youngest_thread_changed(visitor, make_thread, make_reply):
    old, new = make_thread(), make_thread()
    make_reply(old)
    changed = dict(places(visitor.get(file_of(new))))
    assert dict(places(visitor.get("/sitemap.xml")))[file_of(new)] == changed[f"/threads/{old.pk}/"]
    assert changed[f"/threads/{old.pk}/"] >= changed[f"/threads/{new.pk}/"]


def test_far_apart_numbers_cost_no_more_than_neighbours(visitor, make_thread, django_assert_num_queries):
    near = make_thread()
    far = Thread.objects.get(pk=near.pk)
    far.pk, far.key = near.pk + 10**9, None
    far.save(force_insert=True)
    with django_assert_num_queries(1):
        assert addresses(visitor.get("/sitemap.xml"))[1:] == [file_of(near), file_of(far)]
    with django_assert_num_queries(1):
        assert addresses(visitor.get(file_of(far))) == [f"/threads/{far.pk}/"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "part", ["people", "threads", "threads-0", "threads-x", "threads-99999", "threads-" + "9" * 40]
)
def test_a_part_that_does_not_exist_is_404(visitor, part):
    assert visitor.get(f"/sitemap-{part}.xml").status_code == 404


@pytest.mark.django_db
def test_robots_are_told_where_it_is_and_what_to_leave_alone(visitor):
    text = visitor.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text
    assert "Disallow: /feeds/search/" in text
    for open_to_all in ("/threads/", "/search/", "/accounts/login/"):
        assert f"Disallow: {open_to_all}" not in text
