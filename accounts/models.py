from functools import lru_cache

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.cache import caches
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from accounts.names import folded, validators


class User(AbstractUser):
    """An account. The user name is the name shown; Han characters are welcome."""

    username = models.CharField(
        _("user name"),
        max_length=40,
        unique=True,
        validators=validators,
        help_text=_("2 to 20 wide: Chinese characters count two, letters, digits, _ and - one."),
        error_messages={"unique": _("This name is taken.")},
    )
    folded_name = models.CharField(max_length=80, unique=True, editable=False)  # see accounts.names.folded
    email = models.EmailField(_("email address"), blank=True)
    phone = models.CharField(_("mobile number"), max_length=20, blank=True, editable=False)  # +8613800138000
    phone_verified = models.BooleanField(default=False, editable=False)
    came_unproven = models.BooleanField(default=False, editable=False)  # signed up without accounts.proof
    bio = models.CharField(_("about me"), max_length=160, blank=True)
    closing_at = models.DateTimeField(null=True, editable=False)  # when this account ends, asked for by its owner
    avatar = models.CharField(max_length=60, blank=True, editable=False)  # the stored picture's name; none: a character
    shows_favourites = models.BooleanField(_("Everybody may see what I keep"), default=False)
    shows_followers = models.BooleanField(_("Everybody may see who follows me"), default=False)
    wants_own_lists = models.BooleanField(_("Make a list for me of what I follow"), default=True)
    first_name = None
    last_name = None

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint("phone", condition=models.Q(phone_verified=True), name="user_phone_confirmed_once")
        ]

    def save(self, *args, **kwargs):
        self.folded_name = folded(self.username)
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if not is_new:
            caches["memory"].tell(*self._stands_on(kwargs.get("update_fields")))

    def _stands_on(self, changed):
        """What shows these columns: the name stands anywhere, the rest on nobody's page."""
        silent = {"last_login", "password", "email", "phone", "phone_verified", "is_staff", "is_superuser"}
        silent |= {"came_unproven"}
        return [f"person-{self.pk}"] if changed and silent.issuperset(changed) else ["all"]

    @classmethod
    def names_in_office(cls):
        """The names of the operator and of whoever stands in a group: moderators and their like."""
        office = models.Q(is_superuser=True) | models.Q(groups__isnull=False)
        return cls.objects.filter(office, is_active=True).values_list("username", flat=True).distinct()

    def get_absolute_url(self):
        return address_of(self.username)

    @property
    def avatar_url(self):
        """The address of the member's picture, "" without one; asks the function the setting PICTURE_AT names."""
        return import_string(settings.PICTURE_AT)(self.avatar)

    def get_full_name(self):
        return self.username

    get_short_name = get_full_name


class OldName(models.Model):
    """A name somebody had before: its address leads on to them, and while it is kept nobody else may take it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="old_names")
    name = models.CharField(max_length=40)
    folded = models.CharField(max_length=80, unique=True)
    changed_at = models.DateTimeField(default=timezone.now)
    kept_until = models.DateTimeField()

    def __str__(self):
        return f"{self.name} → {self.user_id}"

    @classmethod
    def is_kept(cls, name, person=None):
        """Whether this name, or one a reader would take for it, is kept for somebody other than ``person``."""
        return cls.objects.filter(folded=folded(name), kept_until__gt=timezone.now()).exclude(user=person).exists()

    @classmethod
    def bearer_of(cls, name):
        """The account that had this name last, None where there is none."""
        old = cls.objects.filter(folded=folded(name), user__is_active=True).select_related("user").first()
        return old and old.user


class Identity(models.Model):
    """Somebody else has confirmed who stands behind an account: see accounts.identity. Never the number."""

    class Kind(models.TextChoices):
        PERSON = "person", _("A person")
        ORGANISATION = "organisation", _("An organisation")

    class Method(models.TextChoices):
        DEMO = "demo", _("demonstration")
        CARD = "card", _("identity card")
        PHONE = "phone", _("mobile number in one's own name")
        FACE = "face", _("identity card and face")
        CODE = "code", _("unified social credit code")
        PAPERS = "papers", _("papers looked through")

    user = models.OneToOneField(User, models.CASCADE, related_name="identity")
    kind = models.CharField(_("who"), max_length=12, choices=Kind)
    method = models.CharField(_("confirmed by"), max_length=6, choices=Method)
    organisation = models.CharField(_("organisation"), max_length=80, blank=True)  # a person's name is not kept
    digest = models.CharField(max_length=64, unique=True)
    confirmed_at = models.DateTimeField(_("confirmed"))

    class Meta:
        verbose_name = _("confirmed identity")
        verbose_name_plural = _("confirmed identities")

    def __str__(self):
        return self.organisation or self.get_kind_display()


class FreedName(models.Model):
    """A name whose account was closed, for as long as nobody else may have it; a digest, for the name is gone."""

    digest = models.CharField(max_length=64, unique=True)
    free_at = models.DateTimeField()

    def __str__(self):
        return f"{self.digest[:8]} {self.free_at:%Y-%m-%d}"

    @classmethod
    def is_kept(cls, name):
        """Whether this name, or one a reader would take for it, was somebody's a short while ago."""
        return cls.objects.filter(digest=cls.digest_of(name), free_at__gt=timezone.now()).exists()

    @staticmethod
    def digest_of(name):
        """Without the site's key nobody can try names against it."""
        return salted_hmac("accounts.FreedName", folded(name), algorithm="sha256").hexdigest()


@lru_cache(10_000)
def address_of(name):
    """The path of a member's page; a thread's page names fifty members."""
    return reverse("person", args=[name])
