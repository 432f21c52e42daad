"""`manage.py bench_words`: how many characters a second the word engine reads. `measure` and `show` serve `make bench`.

Processor time, not the clock's; the best of five turns, for the rest is the machine's. The text is the demo's own
articles cut into pieces as long as a reply, the words are random runs of its characters, so that the automaton has as
much to follow as it would in a real list.
"""

import os
import random
import re
import time
from pathlib import Path

ARTICLES = Path(__file__).parents[2] / "forum" / "demo" / "threads"
CHARACTERS, PIECE, TURNS = 1_000_000, 400, 5


def main(argv):
    """Measure and print; needs no database."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    django.setup()
    show(measure())


def measure():
    """Rows of name, words, millions of characters a second, and how many pieces had a hit."""
    from forum.models import BlockedWord
    from forum.screening import Rule

    reach = BlockedWord.Reach
    text, words = _text(), random_words(10_000)
    by_sound = [Rule(word, "hold", reach.SOUND if place < 500 else reach.SPLIT) for place, word in enumerate(words)]
    lists = {
        "100 words": [Rule(word, "hold") for word in words[:100]],
        "10,000 words, as written": [Rule(word, "hold", reach.PLAIN) for word in words],
        "10,000 words, taken apart as well (the usual rule)": [Rule(word, "hold") for word in words],
        "the same, 500 of them by sound too": by_sound,
        "10,000 words, all by sound": [Rule(word, "hold", reach.SOUND) for word in words],
    }
    return [{"name": name, **_read(rules, text)} for name, rules in lists.items()]


def block_words(count):
    """Put so many words on the list of the database, all of which hold what they are met in."""
    from forum.models import BlockedWord

    BlockedWord.objects.bulk_create([BlockedWord(word=word, level="hold") for word in random_words(count)])


def show(rows):
    """Print the rows as a table."""
    print("\n| word engine | million characters a second | pieces with a hit |\n|---|--:|--:|")
    for row in rows:
        print(f"| {row['name']} | {row['rate']} | {row['hits']:,} of {CHARACTERS // PIECE:,} |")


def _read(rules, text):
    from forum.screening import Matcher

    matcher = Matcher(rules)
    pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)]
    hits = sum(bool(matcher.hits(piece)) for piece in pieces)
    best = min(_turn(matcher, pieces) for _ in range(TURNS))
    return {"rate": round(len(text) / best / 1e6, 1), "hits": hits}


def _turn(matcher, pieces):
    began = time.process_time()
    for piece in pieces:
        matcher.hits(piece)
    return time.process_time() - began


def _text():
    whole = "".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.md")))
    return (whole * (CHARACTERS // len(whole) + 1))[:CHARACTERS]


def random_words(count):
    """Three to six characters each: half by chance, half with a beginning that does occur."""
    chance, text = random.Random(20), _text()
    pairs = re.findall(r"(?=([\u4e00-\u9fff]{2}))", text)
    han = sorted(set("".join(pairs)))
    words = set()
    while len(words) < count:
        begun = chance.choice(pairs) if len(words) % 2 else chance.choice(han)
        words.add(begun + "".join(chance.choices(han, k=chance.randint(2, 4))))
    return sorted(words)
