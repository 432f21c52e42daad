"""What is a member's own, as plain values."""

from forum.exporting.account import profile_of, sections_of_the_account
from forum.exporting.others import sections_of_others
from forum.exporting.section import Section
from forum.exporting.spoken import sections_of_the_words


def gather(user):
    """Every Section of what is kept about and by this member, each in the order it came about."""
    return [
        Section("profile", [profile_of(user)]),
        *sections_of_the_words(user),
        *sections_of_others(user),
        *sections_of_the_account(user),
    ]
