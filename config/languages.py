"""What Django and allauth do not say in the words of Hong Kong, Hong Kong reads in those of Taiwan."""

from django.utils.translation import trans_real


def teach_hong_kong():
    """Without this, what our own catalogue lacks would be said in the site's language, in simplified characters."""
    # ``add_fallback`` would lengthen the chain at its end, behind the site's language, which all languages share.
    trans_real.translation("zh-hk")._fallback = trans_real.translation("zh-hant")
