"""JSON-LD against what schema.org allows and search engines ask of it, said as a table."""

import json
import re

import pytest

WORDS, ADDRESS, MOMENT = r".+", r"https?://\S+", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
# type → property → pattern, type of thing, or a list of such; a star marks what must be there
TYPES = {
    "DiscussionForumPosting": {
        "@id": ADDRESS, "url*": ADDRESS, "mainEntityOfPage": ADDRESS, "headline*": WORDS, "image": ADDRESS,
        "text*": WORDS, "inLanguage": "[a-zA-Z-]+", "author*": "Person", "datePublished*": MOMENT,
        "dateModified": MOMENT, "articleSection": WORDS, "keywords": [WORDS],
        "interactionStatistic": ["InteractionCounter"], "commentCount": int, "comment": ["Comment"],
    },
    "Comment": {
        "url": ADDRESS, "text*": WORDS, "author*": "Person", "datePublished*": MOMENT,
        "interactionStatistic": ["InteractionCounter"], "comment": ["Comment"],
    },
    "Person": {
        "name*": WORDS, "url": ADDRESS, "description": WORDS, "agentInteractionStatistic": ["InteractionCounter"],
    },
    "InteractionCounter": {"interactionType*": "Action", "userInteractionCount*": int},
    "BreadcrumbList": {"itemListElement*": ["ListItem"]},
    "ListItem": {"position*": int, "name*": WORDS, "item": ADDRESS},
    "WebSite": {"@id": ADDRESS, "url*": ADDRESS, "name*": WORDS, "description": WORDS},
    "CollectionPage": {"url*": ADDRESS, "name*": WORDS, "isPartOf": "@id"},
    "ProfilePage": {"url": ADDRESS, "dateCreated": MOMENT, "mainEntity*": "Person"},
}  # fmt: skip
ACTIONS = {"CommentAction", "LikeAction", "ViewAction", "WriteAction"}


def faults(thing, kind=None):
    """What is wrong with a piece of structured data, in words."""
    if kind == "Action":
        return [] if thing["@type"] in ACTIONS else [f"no such action: {thing}"]
    if kind == "@id":
        return [] if set(thing) == {"@id"} else [f"no reference: {thing}"]
    name = thing.get("@type")
    if name not in TYPES or kind not in (None, name):
        return [f"{name} where {kind} belongs"]
    known = {prop.rstrip("*"): wanted for prop, wanted in TYPES[name].items()}
    found = [f"{name} lacks {prop[:-1]}" for prop in TYPES[name] if prop.endswith("*") and prop[:-1] not in thing]
    for prop, value in thing.items():
        if prop != "@type":
            found += _wrong(f"{name}.{prop}", value, known[prop]) if prop in known else [f"{name}.{prop} is unknown"]
    return found


def _wrong(where, value, wanted):
    if isinstance(wanted, list):
        return [fault for one in value for fault in _wrong(where, one, wanted[0])]
    if wanted is int:
        return [] if isinstance(value, int) and value >= 0 else [f"{where}: {value}"]
    if isinstance(value, dict):
        return faults(value, wanted)
    return [] if re.fullmatch(wanted, value, re.DOTALL) else [f"{where}: {value}"]


@pytest.fixture
def thread(make_thread, make_reply, mei):
    thread = make_thread(title="软件里的-{软件}-", body="先说结论：**不该**。", tags=["阅读"])
    first = make_reply(thread, mei, "我有不同意见。")
    make_reply(thread, body="谢谢", parent=first)
    return thread


def structured(client, path):
    page = client.get(path).content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return json.loads(data)


@pytest.mark.parametrize("script", ["original", "hans", "tw", "hk"])
@pytest.mark.parametrize("path", ["thread", "/", "/categories/product/", "/tags/阅读/", "/people/小林/"])
def test_every_page_says_only_what_the_schema_knows(visitor, thread, path, script):
    visitor.cookies["script"] = script
    said = structured(visitor, thread.get_absolute_url() if path == "thread" else path)
    assert said["@context"] == "https://schema.org"
    assert not [fault for thing in said["@graph"] for fault in faults(thing)]


def test_it_is_told_in_the_readers_script(visitor, thread):
    visitor.cookies["script"] = "tw"
    posting, trail = structured(visitor, thread.get_absolute_url())["@graph"]
    assert posting["headline"] == trail["itemListElement"][-1]["name"] == "軟體裡的软件"
    assert posting["text"] == "先說結論：不該。"
    assert posting["inLanguage"] == "zh-Hant-TW"
    assert posting["author"]["name"] == "小林"


def test_marks_of_fixed_words_are_nowhere_in_a_head(visitor, thread):
    head = visitor.get(thread.get_absolute_url()).content.decode().partition("</head>")[0]
    assert "-{" not in head and "软件里的软件" in head


def test_the_checker_finds_faults():
    assert faults({"@type": "Comment", "text": "好"}) == ["Comment lacks author", "Comment lacks datePublished"]
    assert faults({"@type": "ListItem", "position": -1, "name": "好", "id": 3})
    assert faults({"@type": "Topic"})
