"""Each script has an address of its own: hreflang, canonical and lang agree, as search engines check them."""

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

PAGES = ["/threads/{pk}/", "/", "/categories/product/", "/tags/头发/", "/people/小林/", "/latest/", "/tags/"]
TONGUES = {"zh-Hans": "hans", "zh-Hant-TW": "tw", "zh-Hant-HK": "hk"}
BCP47 = re.compile("[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?|x-default")
SITE = "http://testserver"


@pytest.fixture
def thread(make_thread, make_reply):
    thread = make_thread(title="软件的后来", body="软件里的后台", tags=["头发"])
    make_reply(thread, body="这里的软件")
    return thread


class Head(HTMLParser):
    """What a crawler reads of a page."""

    def __init__(self, page):
        super().__init__()
        self.lang, self.canonical, self.tongues, self.og = "", [], {}, {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "html":
            self.lang = told["lang"]
        elif tag == "link" and told.get("rel") == "canonical":
            self.canonical.append(told["href"])
        elif tag == "link" and "hreflang" in told:
            assert told["rel"] == "alternate" and told["hreflang"] not in self.tongues
            self.tongues[told["hreflang"]] = told["href"]
        elif tag == "meta" and "property" in told:
            self.og[told["property"]] = told["content"]


def head(client, address):
    response = client.get(address.removeprefix(SITE))
    assert response.status_code == 200, address
    return Head(response.content.decode())


@pytest.mark.parametrize("page", PAGES)
def test_every_page_names_itself_and_its_sisters_and_they_name_it(visitor, thread, page):
    plain = head(visitor, page.format(pk=thread.pk))
    assert plain.tongues.keys() == {*TONGUES, "x-default"}
    assert all(BCP47.fullmatch(tongue) for tongue in plain.tongues)
    assert len(set(plain.tongues.values())) == 4
    for tongue, address in plain.tongues.items():
        assert address.startswith(SITE)
        sister = head(visitor, address)
        assert sister.canonical == [address]  # itself, once: hreflang and canonical may not contradict each other
        assert sister.og["og:url"] == address
        assert sister.tongues == plain.tongues
        assert sister.lang == ("zh-Hans" if tongue == "x-default" else tongue)


@pytest.mark.parametrize(("tongue", "words"), [("zh-Hant-TW", "軟體裡的後臺"), ("zh-Hant-HK", "軟件裏的後台")])
def test_an_address_shows_its_script_to_whoever_comes(visitor, client_of, mei, thread, tongue, words):
    address = f"/threads/{thread.pk}/?script={TONGUES[tongue]}"
    for client in (visitor, client_of(mei)):
        for lang, script in (("zh-hans", "hans"), ("zh-hk", "hk"), ("", "")):
            client.cookies["lang"], client.cookies["script"] = lang, script
            page = client.get(address).content.decode()
            assert f'<html lang="{tongue}">' in page and words in page


def test_who_reads_english_goes_on_doing_so(visitor, thread):
    visitor.cookies["lang"] = "en"
    page = visitor.get(f"/threads/{thread.pk}/?script=tw").content.decode()
    assert '<html lang="en">' in page and "軟體裡的後臺" in page


@pytest.mark.parametrize("script", ["mars", "original", "", "TW"])
def test_other_values_are_no_address_of_their_own(visitor, thread, script):
    address = f"{SITE}/threads/{thread.pk}/"
    page = visitor.get(f"{address}?script={script}").content.decode()
    assert Head(page).canonical == [address] and thread.body_html in page


def test_a_cookie_is_no_address(visitor, thread):
    visitor.cookies["script"], visitor.cookies["lang"] = "tw", "zh-hant"
    assert head(visitor, f"/threads/{thread.pk}/").canonical == [f"{SITE}/threads/{thread.pk}/"]


def test_a_guest_is_asked_once_and_pages_lead_on_in_the_script(visitor, client_of, mei, thread):
    address = f"/threads/{thread.pk}/?script=tw"
    for client in (visitor, client_of(mei)):
        assert "named-script" in client.get(address).content.decode()
        client.cookies["script"], client.cookies["lang"] = "tw", "zh-hant"
        page = client.get(address).content.decode()
        assert "named-script" not in page and "script=tw&amp;sort=" in page


def test_sitemaps_name_the_same_addresses(visitor, thread):
    listed = ET.fromstring(visitor.get("/sitemap.xml").content)
    for part in [entry[0].text for entry in listed]:
        for entry in ET.fromstring(visitor.get(part.removeprefix(SITE)).content):
            links = [one for one in entry if one.tag.endswith("xhtml}link")]
            told = {link.get("hreflang"): link.get("href") for link in links}
            assert told == head(visitor, entry[0].text).tongues
