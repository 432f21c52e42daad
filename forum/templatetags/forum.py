"""Formatting only: numbers, places and people as the page shows them. No queries."""

import json

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext

from forum.chinese import (
    ORIGINAL,
    converted_html,
    converted_text,
    page_language,
    shown_language,
)
from forum.markup import contents
from forum.memory import recall
from forum.region import named

register = template.Library()
_SCALES = {
    "zh-hans": ((10**8, "亿"), (10**4, "万")),
    "zh-hant": ((10**8, "億"), (10**4, "萬")),
    "en": ((10**9, "B"), (10**6, "M"), (10**3, "K")),
}
_IN_SCRIPT = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


@register.filter
def count(number):
    """9579 → 9579, 12000 → 1.2万, 312649 → 31.3万, 1e8 → 1亿; unknown (None) → —.

    Below 10,000 raw, above one decimal without a trailing .0 (CLDR's compact forms: 1.2万 is 12K in English).
    """
    if number is None:
        return "—"
    if number >= 10**4:
        for size, unit in _SCALES.get(get_language() or "", _SCALES["en"]):
            if number >= size:
                return f"{number / size:.1f}".removesuffix(".0") + unit
    return str(number)


@register.filter
def initial(name):
    """The first character of a name, for an avatar without a picture."""
    return str(name)[:1].upper()


@register.filter
def iso(moment):
    """A moment for machines, to the second: 2016-02-03T09:30:00+08:00."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


@register.simple_tag
def json_ld(data):
    """Structured data as a script element no browser runs; whatever could end it is escaped, as json_script does."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag
def day(moment, beside=None):
    """The date as people write it, 2016年2月3日; no year when ``beside`` (a moment, or "today") has the same one."""
    moment = timezone.localtime(moment)
    if beside and moment.year == timezone.localtime(None if beside == "today" else beside).year:
        return date_format(moment, pgettext("date format: month and day", "M j"))
    return date_format(moment, pgettext("date format: year, month and day", "M j, Y"))


@register.simple_tag(takes_context=True)
def place(context, region):
    """The region label as the operator worded it and no finer than wanted now: 来自浙江; empty when labels are off."""
    site = context["site"]
    region = named(region).at(site.region_precision)
    if not region:
        return ""
    return in_script(context, site.region_label.replace("{region}", region))


@register.simple_tag(takes_context=True)
def stored_html(context, html):
    """HTML that ``forum.markup`` rendered and cleaned when it was written; the only way to print it unescaped."""
    return mark_safe(converted_html(html, _script(context)))


@register.simple_tag(takes_context=True)
def in_script(context, text):
    """People's words in the reader's script, a snippet with its marks. Names are printed without this."""
    if hasattr(text, "__html__"):
        return mark_safe(converted_html(str(text), _script(context)))
    return converted_text(str(text), _script(context))


@register.simple_tag(takes_context=True)
def lang_of(context, text):
    """The attribute ``lang`` for people's words, where they are shown in another language than their page."""
    language = shown_language(str(text), _script(context))
    page = page_language(get_language(), _script(context))
    if language in (None, page) or (language == "zh" and page.startswith("zh")):
        return ""
    return format_html(' lang="{}"', language)


@register.simple_tag(takes_context=True)
def contents_of(context, thread):
    """The headings as (level, anchor, words), the words as the headings show them."""
    script = _script(context)
    return thread.contents if script == ORIGINAL else contents(converted_html(thread.body_html, script))


def _script(context):
    return context.get("script", ORIGINAL)


@register.simple_tag(takes_context=True)
def query(context, **changes):
    """The present query string with these values replaced; None removes one."""
    params = context["request"].GET.copy()
    for name, value in changes.items():
        params.pop(name, None)
        if value not in (None, ""):
            params[name] = value
    return f"?{params.urlencode()}" if params else context["request"].path


@register.simple_tag(takes_context=True)
def framed(context, template, *varies):
    """A part of the frame round every page: rendered once for all visitors who ask for the same address."""
    request, viewer = context.get("request"), context.get("user")
    part = context.template.engine.get_template(template)
    if request is None or viewer is None or viewer.is_authenticated:
        return part.render(context)
    key = (
        "frame",
        template,
        request.LANGUAGE_CODE,
        context.get("script"),
        context.get("theme"),
        request.get_full_path(),
        *varies,
    )
    return recall(key, lambda: part.render(context), size=6000)
