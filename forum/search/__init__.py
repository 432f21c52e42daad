"""How things are found: words by jieba and grams beside them, in PostgreSQL's own text search.

The words are made here and nowhere else; PostgreSQL only stores and compares them (configuration "simple").
"""

from forum.search.dictionary import load, vocabulary
from forum.search.entries import cut_by, edition, enter, entries_of, entry_of, forget, index
from forum.search.filters import without
from forum.search.marks import marks_of
from forum.search.names import enter_name, enter_names, find_names
from forum.search.pinyin import sounds_of
from forum.search.questions import LONGEST, question
from forum.search.rebuilding import distrust_all, rebuild
from forum.search.results import SORTS, Hit, Results, search
from forum.search.snippets import snippet
from forum.search.suggesting import suggest
from forum.search.telling import keywords, telling
from forum.search.trade import read_words
from forum.search.vectors import bare, vector
from forum.search.words import segment

__all__ = [
    "LONGEST",
    "SORTS",
    "Hit",
    "Results",
    "bare",
    "cut_by",
    "distrust_all",
    "edition",
    "enter",
    "enter_name",
    "enter_names",
    "entries_of",
    "entry_of",
    "find_names",
    "forget",
    "index",
    "keywords",
    "load",
    "marks_of",
    "question",
    "read_words",
    "rebuild",
    "search",
    "segment",
    "snippet",
    "sounds_of",
    "suggest",
    "telling",
    "vector",
    "vocabulary",
    "without",
]
