"""Groups and their permissions: the operator's, nobody else's."""

from django.contrib import admin
from django.contrib.auth.models import Group

from forum.admin.direct import DirectAdmin
from forum.forms.groups import GroupForm

admin.site.unregister(Group)  # Django's own door has been opened already


@admin.register(Group)
class GroupAdmin(DirectAdmin):
    form = GroupForm
    list_display = ["name"]

    def has_module_permission(self, request):
        return request.user.is_superuser

    has_add_permission = has_module_permission

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    has_change_permission = has_delete_permission = has_view_permission
