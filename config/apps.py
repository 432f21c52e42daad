from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class GentieAdmin(AdminConfig):
    """The admin with our own site: Chinese, our look, and closed to whoever is no moderator."""

    default_site = "forum.admin.site.ModerationSite"

    def ready(self):
        super().ready()
        import_module("forum.admin.doors")
