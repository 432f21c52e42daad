"""Importing this opens every door of the moderators' house.

Not in the package itself: Django imports the package while it is still making the site they register with.
"""

from forum.admin import (
    appeals,
    assessments,
    barriers,
    decisions,
    groups,
    hits,
    house_rules,
    looks,
    matrix,
    people,
    queue,
    replies,
    reports,
    sanctions,
    settings,
    shelves,
    sources,
    threads,
    trade_words,
    words,
)

__all__ = [
    "appeals", "assessments", "barriers", "decisions", "groups", "hits", "house_rules", "looks", "matrix", "people",
    "queue", "replies", "reports", "sanctions", "settings", "shelves", "sources", "threads", "trade_words", "words",
]  # fmt: skip
