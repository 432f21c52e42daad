"""Addresses a page names again and again: each time Django would compare it with all that might be meant."""

from functools import lru_cache

from django.urls import reverse

_REMEMBERED = 10_000


@lru_cache(_REMEMBERED)
def thread_address(pk):
    """The path of a thread's page."""
    return reverse("thread", args=[pk])


@lru_cache(_REMEMBERED)
def category_address(slug):
    """The path of a shelf."""
    return reverse("category", args=[slug])
