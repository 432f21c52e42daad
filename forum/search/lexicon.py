"""jieba's words with our trade words, folded as the texts are, and how common each is.

Made once and kept in DATA_DIR as two files that all processes of a host map into memory: a trie and the weights
beside it. They take three megabytes and no time to read where a dictionary of Python's takes eighty and a second.
"""

import mmap
import os
import unicodedata
from array import array
from hashlib import blake2b
from importlib.resources import files
from math import log

import marisa_trie
import opencc
from django.conf import settings

from forum.chinese import fold

_OURS = 1_000  # frequency of a trade word: enough to hold together, too little to pull neighbours apart
_BEFORE = 2  # numbers before the weights: of a word counted once, and how long the longest is


class Lexicon:
    """Words by their beginnings. A word's weight is ln(its count / all counts), so never above 0."""

    def __init__(self, trie, numbers):
        self.rarest, longest = numbers[:_BEFORE]  # the weight of a word counted once
        self._trie, self._numbers, self._longest = trie, numbers, int(longest)
        self._learned = {}

    def learn(self, words):
        """Know these folded words too, as trade words, instead of those learnt before."""
        weight = self.rarest + log(_OURS)
        self._learned = {word: max(weight, self._kept(word, weight)) for word in words}

    def items(self):
        """Every word that is kept and its weight; what was learnt is left out."""
        return ((word, self._numbers[_BEFORE + number]) for word, number in self._trie.iteritems())

    def beginning(self, text, place):
        """The words that begin here in a folded text, shortest first, as (place of the last character, weight)."""
        numbers, before = self._numbers, place - 1
        found = self._trie.iter_prefixes_with_ids(text[place : place + self._longest])
        kept = [(before + len(word), numbers[_BEFORE + number]) for word, number in found]
        return self._with_learned(text, place, kept) if self._learned else kept

    def get(self, word, otherwise=None):
        """The weight of a folded word."""
        learned = self._learned.get(word) if self._learned else None
        return self._kept(word, otherwise) if learned is None else learned

    def _kept(self, word, otherwise):
        number = self._trie.get(word)
        return otherwise if number is None else self._numbers[_BEFORE + number]

    def _with_learned(self, text, place, kept):
        found = dict(kept)
        for word, weight in self._learned.items():
            if text.startswith(word, place):
                found[place + len(word) - 1] = weight
        return sorted(found.items())


def open_lexicon():
    """The lexicon of this version's words: mapped from DATA_DIR, made there first if need be, or in memory."""
    folder = settings.DATA_DIR / "words"
    trie, numbers = (folder / f"{_digest()}.{kind}" for kind in ("trie", "weights"))
    try:
        if not numbers.exists():
            _make(folder, trie, numbers)
        return Lexicon(marisa_trie.Trie().mmap(str(trie)), _mapped(numbers))
    except (OSError, RuntimeError):  # a folder we may not write in, a file that is broken
        return Lexicon(*made())


def made():
    """A trie and the numbers that belong to it, anew; two seconds."""
    counts = _counts()
    total = log(sum(counts.values()))
    trie = marisa_trie.Trie(counts)
    weights = array("d", bytes(8 * len(counts)))
    for word, count in counts.items():
        weights[trie[word]] = log(count) - total
    return trie, array("d", [-total, max(map(len, counts))]) + weights


def _make(folder, trie, numbers):
    """The numbers come last: where they are, all is. What other versions left goes."""
    folder.mkdir(parents=True, exist_ok=True)
    words, weights = made()
    for place, save in ((trie, words.save), (numbers, lambda name: _write(name, weights))):
        fresh = place.with_name(f"{place.name}.{os.getpid()}")
        save(str(fresh))
        fresh.replace(place)  # another process may be reading it
    for other in folder.iterdir():
        if other.stem != trie.stem and other.suffix in (".trie", ".weights"):
            other.unlink(missing_ok=True)


def _write(name, weights):
    with open(name, "wb") as file:
        weights.tofile(file)


def _mapped(path):
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("d")


def _counts():
    shipped = fold(files("jieba").joinpath("dict.txt").read_text("utf-8"))
    found = {}
    for line in shipped.splitlines():
        word, count, _ = line.split(" ")
        found[word] = found.get(word, 0) + int(count)
    for word in fold(files("forum.search").joinpath("dictionary.txt").read_text("utf-8")).replace("=", " ").split():
        found[word] = max(found.get(word, 0), _OURS)
    return found


def _digest():
    """Of all that the words depend on: both dictionaries, and whatever folds them."""
    sources = [files("jieba").joinpath("dict.txt"), files("forum.search").joinpath("dictionary.txt")]
    sources += sorted((one for one in files("forum.chinese").iterdir() if one.name.endswith(".py")), key=str)
    versions = f"{_OURS} {opencc.__version__} {unicodedata.unidata_version}"
    digest = blake2b(versions.encode(), digest_size=8)
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()
