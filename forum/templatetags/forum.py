"""Formatting only: numbers, places and people as the page shows them. No queries."""

from functools import lru_cache

from django import template
from django.http import QueryDict
from django.template import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext

from accounts.proof import is_asked
from forum.chinese import ORIGINAL, converted_html, converted_text, han_count, page_language, shown_language
from forum.markup import contents
from forum.memory import recall
from forum.region import named

register = template.Library()
register.simple_tag(is_asked, name="proof_is_asked")
_SCALES = {
    "zh-hans": ((10**8, "亿"), (10**4, "万")),
    "zh-hant": ((10**8, "億"), (10**4, "萬")),
    "zh-hk": ((10**8, "億"), (10**4, "萬")),
    "en": ((10**9, "B"), (10**6, "M"), (10**3, "K")),
}
_IN_SCRIPT = [(char, f"\\u{ord(char):04X}") for char in "<>&\u2028\u2029"]


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
def roughly(number):
    """A guess as it deserves to be told, two digits of it: 123456 → 12万, 3412 → 3400."""
    digits = max(len(str(number)) - 2, 0)
    return count(number // 10**digits * 10**digits)


@register.filter
def up_to(number, most):
    """A number as far as anybody counts: 7, and 99+ beyond 99."""
    return f"{most}+" if number > most else str(number)


@register.filter
def initial(name):
    """The first Han character of a name, else its first, for an avatar without a picture."""
    name = str(name)
    return next(filter(han_count, name), name[:1].upper())


@register.filter
def iso(moment):
    """A moment for machines, to the second: 2016-02-03T09:30:00+08:00."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


@register.simple_tag
def json_ld(text):
    """Structured data, written as JSON, as a script element no browser runs.

    Whatever could end it is escaped, as json_script does.
    """
    for char, written in _IN_SCRIPT:  # five passes in C; str.translate looks up every character
        text = text.replace(char, written)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag
def day(moment, beside=None):
    """The date as people write it, 2016年2月3日; no year when ``beside`` (a moment, or "today") has the same one."""
    moment = timezone.localtime(moment)
    is_near = beside and moment.year == timezone.localtime(None if beside == "today" else beside).year
    return said_day(moment.date(), is_near)


def said_day(date, is_near):
    """A date as people write it, without its year when that is near enough to be known."""
    if is_near:
        return date_format(date, pgettext("date format: month and day", "M j"))
    return date_format(date, pgettext("date format: year, month and day", "M j, Y"))


@register.simple_tag(takes_context=True)
def place(context, region):
    """The region label as the operator worded it and no finer than wanted now: 来自浙江; empty when labels are off."""
    site = context["site"]
    return place_in(region, site.region_label, site.region_precision, _script(context))


@lru_cache(1000)
def place_in(region, label, precision, script):
    """The same as safe HTML, without a context."""
    region = named(region).at(precision)
    return escape(converted_text(label.replace("{region}", region), script)) if region else ""


@register.simple_tag(takes_context=True)
def stored_html(context, html, terms=""):
    """HTML that ``forum.markup`` rendered and cleaned when it was written; the only way to print it unescaped."""
    return mark_safe(converted_html(html, _script(context), terms))


@register.simple_tag(takes_context=True)
def in_script(context, text, terms=""):
    """People's words in the reader's script, a snippet with its marks. Names are printed without this.

    An article's words are given with its ``terms``.
    """
    if hasattr(text, "__html__"):
        return mark_safe(converted_html(str(text), _script(context), terms))
    return converted_text(str(text), _script(context), terms)


@register.simple_tag(takes_context=True)
def lang_of(context, text):
    """The attribute ``lang`` for people's words, where they are shown in another language than their page."""
    script = _script(context)
    return language_attribute(str(text), script, page_language(get_language()))


def language_attribute(text, script, page):
    """The same without a context, on a page in the language ``page``."""
    language = shown_language(text, script)
    if language in (None, page) or (language == "zh" and page.startswith("zh")):
        return ""
    return format_html(' lang="{}"', language)


@register.simple_tag(takes_context=True)
def contents_of(context, thread):
    """The headings as (level, anchor, words), the words as the headings show them."""
    script = _script(context)
    return thread.contents if script == ORIGINAL else contents(converted_html(thread.body_html, script, thread.terms))


def _script(context):
    return context.get("script", ORIGINAL)


@register.simple_tag(takes_context=True)
def query(context, **changes):
    """The present query string with these values replaced; None removes one."""
    request = context["request"]
    return _query(request.META.get("QUERY_STRING", ""), tuple(changes.items())) or request.path


@lru_cache(4000)
def _query(present, changes):
    params = QueryDict(present, mutable=True)
    for name, value in changes:
        params.pop(name, None)
        if value not in (None, ""):
            params[name] = value
    return f"?{params.urlencode()}" if params else ""


@register.simple_tag(takes_context=True)
def framed(context, template, **given):
    """A part of a page that is the same for all who are given the same: rendered once, then remembered.

    It sees the site, its shelves, how the reader likes pages shown, whether somebody is signed in, and what it is
    given here; nothing that is anybody's own. Given a ``key``, that alone is compared, and it must hold everything
    the part prints, the site included; an empty one says that this part is the viewer's own. ``shows`` is what
    ``touch`` would name, where the key will not be met again after that.
    """
    part = context.template.engine.get_template(template)
    if "user" not in context or ("key" in given and not given["key"]):
        with context.push(**given):
            return part.render(context)
    key, shows = given.pop("key", None), given.pop("shows", None)
    seen = {name: context.get(name) for name in ("site", "categories", "theme", "script", "language")}
    seen["user"] = {"is_authenticated": context["user"].is_authenticated, "pk": -1}  # nobody, like personal.SOMEBODY
    name = ("part", template, get_language(), seen["script"], seen["theme"], seen["user"]["is_authenticated"])
    return recall(
        (*name, key or tuple(given.items())),
        lambda: part.render(Context({**seen, **given})),
        shows=(shows,) if shows else () if key else ("all",),
        size=_size,
    )


def _size(html):
    return 4 * len(html) + 1000  # two bytes a Han character, and the key may hold the same words again
