"""What a browser says it is, in the few words its owner would use for it."""

import re

# The first that fits: everybody claims to be Mozilla, and most to be Chrome and Safari too.
_BROWSERS = [
    ("微信", r"MicroMessenger/"), ("QQ", r"\bQQ/|MQQBrowser|QQBrowser"), ("UC", r"UCBrowser|UCWEB"),
    ("华为浏览器", r"HuaweiBrowser|ArkWeb"), ("小米浏览器", r"MiuiBrowser"), ("Edge", r"\bEdgA?(iOS)?/"),
    ("Opera", r"\bOPR/"), ("Samsung Internet", r"SamsungBrowser"), ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|Chromium/|CriOS/"), ("Safari", r"Safari/"),
]  # fmt: skip
_SYSTEMS = [
    ("HarmonyOS", r"HarmonyOS|OpenHarmony"), ("Android", r"Android"), ("iPhone", r"iPhone"), ("iPad", r"iPad"),
    ("Windows", r"Windows"), ("Mac", r"Macintosh"), ("Linux", r"Linux|X11"),
]  # fmt: skip


def described(user_agent):
    """微信 · Android, Chrome · Windows; "" for what is no browser we know."""
    return " · ".join(word for word in (_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent)) if word)


def _first(signs, user_agent):
    return next((name for name, sign in signs if re.search(sign, user_agent)), "")
