import re

import pytest


def addresses(response):
    assert response.status_code == 200
    return re.findall(r"<loc>http://testserver([^<]+)</loc>", response.content.decode())


def test_the_index_leads_to_every_public_page(visitor, make_thread):
    thread = make_thread(tags=["支付"])
    make_thread(title="还在等", state="held", tags=["暗号"])
    parts = addresses(visitor.get("/sitemap.xml"))
    assert parts == ["/sitemap-threads.xml", "/sitemap-shelves.xml"]
    listed = [address for part in parts for address in addresses(visitor.get(part))]
    assert listed == [f"/threads/{thread.pk}/", "/", "/categories/product/", "/tags/%E6%94%AF%E4%BB%98/"]


def test_every_address_in_it_opens_for_a_visitor(visitor, make_thread):
    make_thread(tags=["支付"])
    for part in addresses(visitor.get("/sitemap.xml")):
        for address in addresses(visitor.get(part)):
            assert visitor.get(address).status_code == 200


@pytest.mark.django_db
def test_a_part_that_does_not_exist_is_404(visitor):
    assert visitor.get("/sitemap-people.xml").status_code == 404


@pytest.mark.django_db
def test_robots_are_told_where_it_is_and_what_to_leave_alone(visitor):
    text = visitor.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text
    for open_to_all in ("/threads/", "/search/", "/accounts/login/"):
        assert f"Disallow: {open_to_all}" not in text
