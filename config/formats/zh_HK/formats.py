"""Dates and numbers in Hong Kong are written as in Taiwan."""

from django.conf.locale.zh_Hant.formats import *  # noqa: F403
