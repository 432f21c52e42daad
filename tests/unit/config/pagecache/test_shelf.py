from config.pagecache.page import Page
from config.pagecache.shelf import Shelf


def page(*shows, body=b"x" * 1000):
    return Page("200 OK", [("Content-Type", "text/html")], body, shows)


def shelf(size=1_000_000, life=60):
    return Shelf(size, life)


def test_a_page_is_found_again():
    kept, one = shelf(), page("thread-1")
    kept.put("a", one, kept.now())
    assert kept.get("a") is one
    assert kept.get("b") is None


def test_what_was_touched_is_forgotten_and_nothing_else():
    kept = shelf()
    kept.put("a", page("thread-1", "lists"), kept.now())
    kept.put("b", page("thread-2"), kept.now())
    kept.forget("lists")
    assert kept.get("a") is None
    assert kept.get("b")


def test_all_means_everything():
    kept = shelf()
    kept.put("a", page("thread-1"), kept.now())
    kept.forget("all")
    assert kept.get("a") is None


def test_a_page_rendered_from_words_touched_meanwhile_is_not_kept():
    kept = shelf()
    began = kept.now()
    kept.forget("thread-1")
    kept.put("a", page("thread-1"), began)
    assert kept.get("a") is None
    kept.put("b", page("thread-2"), began)
    assert kept.get("b")


def test_all_said_while_rendering_counts_for_every_page():
    kept = shelf()
    began = kept.now()
    kept.forget("all")
    kept.put("a", page("thread-1"), began)
    assert kept.get("a") is None


def test_the_least_recently_used_goes_first():
    one, two, three = (page("lists", body=bytes([n]) * 1000) for n in range(3))
    kept = shelf(size=one.size * 5)
    for key, item in (("a", one), ("b", two), ("c", three)):
        kept.put(key, item, kept.now())
    kept.get("a")
    for number in range(3):
        kept.put(f"d{number}", page("lists"), kept.now())
    assert kept.get("a")
    assert kept.get("b") is None


def test_a_page_too_large_for_the_shelf_is_not_kept():
    kept = shelf(size=2000)
    kept.put("a", page("lists"), kept.now())
    assert kept.get("a") is None


def test_a_page_past_its_life_is_gone():
    kept = shelf(life=-1)
    kept.put("a", page("lists"), kept.now())
    assert kept.get("a") is None
