"""Out to the world: what a program finds on a page, and what a messenger shows beside its link."""

import io

from PIL import Image
from playwright.sync_api import expect

from tests.unit.forum.feeds.valid import titles


class _Answer:
    """A browser's answer as the checker takes it."""

    def __init__(self, response):
        self.status_code, self.content = response.status, response.body()
        self._headers = response.headers

    def __getitem__(self, name):
        return self._headers[name.lower()]


def test_a_page_leads_to_its_feeds_and_its_picture(open_page, make_thread, make_reply, mei):
    thread = make_thread(title="软件的后来")
    make_reply(thread, mei, "软件之后还有软件")
    page = open_page(thread.get_absolute_url())
    links = page.locator('link[rel="alternate"][type]').evaluate_all("all => all.map(one => one.href)")
    for link, form in zip(links, ("", "rss/", "json/"), strict=True):
        assert titles(_Answer(page.request.get(link)), form) == ["阿梅 评《软件的后来》"]
    picture = page.locator('meta[property="og:image"]').get_attribute("content")
    assert Image.open(io.BytesIO(page.request.get(picture).body())).size == (1200, 630)


def test_a_feed_comes_in_the_script_of_the_page_that_named_it(open_page, make_thread):
    make_thread(title="软件的后来")
    page = open_page("/")
    page.get_by_role("button", name="切換到繁體中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant-TW")
    link = page.locator('link[type="application/feed+json"]').evaluate("one => one.href")
    page.context.clear_cookies()  # a feed reader has none
    assert page.request.get(link).json()["items"][0]["title"] == "軟體的後來"
