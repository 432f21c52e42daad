"""How things are found: words by jieba and grams beside them, in PostgreSQL's own text search.

The words are made here and nowhere else; PostgreSQL only stores and compares them (configuration "simple").
"""

from forum.search.dictionary import load
from forum.search.entries import EDITION, enter, entries_of, entry_of, forget, index
from forum.search.filters import without
from forum.search.names import enter_name, enter_names, find_names
from forum.search.questions import LONGEST, question
from forum.search.rebuilding import distrust_all, rebuild
from forum.search.results import SORTS, Hit, Results, search
from forum.search.snippets import snippet
from forum.search.suggesting import suggest
from forum.search.telling import keywords
from forum.search.trade import read_words
from forum.search.vectors import vector
from forum.search.words import segment

__all__ = [
    "EDITION",
    "LONGEST",
    "SORTS",
    "Hit",
    "Results",
    "distrust_all",
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
    "question",
    "read_words",
    "rebuild",
    "search",
    "segment",
    "snippet",
    "suggest",
    "vector",
    "without",
]
