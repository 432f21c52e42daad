"""Importing this opens every door of the moderators' house.

Not in the package itself: Django imports the package while it is still making the site they register with.
"""

from forum.admin import (
    appeals,
    barriers,
    decisions,
    groups,
    people,
    replies,
    reports,
    sanctions,
    settings,
    shelves,
    sources,
    threads,
    words,
)

__all__ = [
    "appeals", "barriers", "decisions", "groups", "people", "replies", "reports", "sanctions", "settings",
    "shelves", "sources", "threads", "words",
]  # fmt: skip
