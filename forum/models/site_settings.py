from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.memory import recall

ON_THE_WEB = URLValidator(["http", "https"])


class SiteSettings(models.Model):
    """What an operator may change without a commit. One row; read it through ``SiteSettings.current()``."""

    class Precision(models.TextChoices):
        PROVINCE = "province", _("Province")
        COUNTRY = "country", _("Country")
        OFF = "off", _("Off")

    class Mode(models.TextChoices):
        OPEN = "open", _("Open to all")
        REVIEW = "review", _("Review everything first")
        CLOSED = "closed", _("Closed to new words")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    site_name = models.CharField(_("site name"), max_length=30, default="跟帖")
    tagline = models.CharField(_("tagline"), max_length=80, default="长文与它的讨论")
    mode = models.CharField(_("mode"), max_length=6, choices=Mode, default=Mode.OPEN)
    region_label = models.CharField(
        _("region label"), max_length=30, default="来自{region}", help_text=_("{region} stands for the place.")
    )
    region_precision = models.CharField(
        _("region precision"), max_length=8, choices=Precision, default=Precision.PROVINCE
    )
    origin_days = models.PositiveSmallIntegerField(
        _("days addresses are kept"),
        default=limits.ORIGIN_DAYS,
        help_text=_("Mainland law asks for at least six months of logs."),
    )
    icp_number = models.CharField(_("ICP filing number"), max_length=60, blank=True)
    police_number = models.CharField(_("public security filing number"), max_length=60, blank=True)
    complaint_contact = models.CharField(_("complaints contact"), max_length=120, blank=True)
    shows_offences = models.BooleanField(
        _("show everybody what was decided"),
        default=False,
        help_text=_("A public page of counts by month, rule and measure, and of cases without names."),
    )
    address = models.CharField(
        _("address of the site"),
        max_length=200,
        blank=True,
        validators=[ON_THE_WEB],
        help_text=_("As readers type it, https://forum.example.org; the hub needs it."),
    )
    hub = models.CharField(
        _("WebSub hub"),
        max_length=200,
        blank=True,
        validators=[ON_THE_WEB],
        help_text=_("Told at once when a feed has something new. Empty: nobody is told."),
    )

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="settings_one_row")]

    def __str__(self):
        return self.site_name

    @classmethod
    def current(cls):
        """The row, or the defaults while nobody has saved any."""
        return recall(("site",), lambda: cls.objects.filter(pk=1).first() or cls())


def names_kept():
    """Names nobody may sign up with, because they would pass for the site (setting NAMES_KEPT_BY)."""
    return [name for name in [SiteSettings.current().site_name.strip()] if name]


def site_name():
    """What the operator calls the site (setting SITE_NAME_FROM)."""
    return SiteSettings.current().site_name
