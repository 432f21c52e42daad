"""版主, the group that holds the right to moderate and to edit blocked words; and the table of the shared cache."""

from django.core.management import call_command
from django.db import migrations

GROUP = "版主"


RIGHTS = {  # model: {codename: name}
    "thread": {"moderate": "Can moderate threads, replies and people"},
    "blockedword": {f"{verb}_blockedword": f"Can {verb} blocked word" for verb in ("add", "change", "delete", "view")},
    "tag": {f"{verb}_tag": f"Can {verb} tag" for verb in ("change", "delete", "view")},
    "category": {"view_category": "Can view category"},
}


def make_group(apps, schema_editor):
    group, _made = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    kinds = apps.get_model("contenttypes", "ContentType").objects
    rights = apps.get_model("auth", "Permission").objects
    # permissions are created after migrating, which is too late for a group that needs them
    for model, names in RIGHTS.items():
        kind, _made = kinds.get_or_create(app_label="forum", model=model)
        for codename, name in names.items():
            group.permissions.add(
                rights.get_or_create(codename=codename, content_type=kind, defaults={"name": name})[0]
            )


def drop_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", "cache", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0002_decisions_stay"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunPython(make_group, drop_group),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]
