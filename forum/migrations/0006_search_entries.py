"""Entries get another shape. They are derived, so the table is made anew; `rebuild_search` fills it."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

# With the default target PostgreSQL takes a rare word for a common one and walks the newest entries to find it.
STATISTICS = "alter table forum_searchentry alter column vector set statistics %d"


def _entry(*fields):
    return migrations.CreateModel(
        name="SearchEntry",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            *fields,
        ],
        options={"verbose_name": "search entry", "verbose_name_plural": "search entries"},
    )


class Migration(migrations.Migration):
    dependencies = [("forum", "0005_verbs_on_people")]

    operations = [
        migrations.DeleteModel("SearchEntry"),
        _entry(
            ("text", models.TextField()),
            ("vector", django.contrib.postgres.search.SearchVectorField()),
            ("written_at", models.DateTimeField()),
            ("edition", models.PositiveSmallIntegerField()),
            (
                "thread",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="forum.thread"
                ),
            ),
            (
                "reply",
                models.OneToOneField(
                    null=True, on_delete=django.db.models.deletion.CASCADE, related_name="entry", to="forum.reply"
                ),
            ),
        ),
        migrations.AddConstraint(
            "searchentry",
            models.UniqueConstraint(fields=["thread"], condition=Q(reply=None), name="entry_once_a_thread"),
        ),
        migrations.AddIndex(
            "searchentry",
            django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="entry_vector", fastupdate=False),
        ),
        migrations.AddIndex("searchentry", models.Index(fields=["-written_at", "-id"], name="entry_newest")),
        migrations.RunSQL(STATISTICS % 1000, STATISTICS % -1),
    ]
