"""The door of the few tables that are edited directly: shelves, words. Django's permissions say by whom."""

from django.contrib import admin

from forum.actions.pages import touch


class DirectAdmin(admin.ModelAdmin):
    """Django's own form, in our look and without its scripts."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50

    class Media:
        js = []

    def has_module_permission(self, request):
        """Its door is shown to whoever may open it."""
        return self.has_view_permission(request)

    def save_related(self, request, form, formsets, change):
        """The last step of Django's saving, in its transaction."""
        super().save_related(request, form, formsets, change)
        touch("all")  # a shelf or a tag stands on every page

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        touch("all")

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        touch("all")
