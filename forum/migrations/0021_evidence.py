"""The words as they stood when they were reported; the database refuses to change or remove them.

The foreign key is no constraint: what is kept outlives the report and the words themselves.
"""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

GUARD = """
create function evidence_stays() returns trigger language plpgsql as $$
begin
    raise exception 'evidence is append-only';
end $$;
create trigger evidence_stays before update or delete on forum_evidence
    for each row execute function evidence_stays();
"""
UNGUARD = "drop trigger evidence_stays on forum_evidence; drop function evidence_stays();"


class Migration(migrations.Migration):
    dependencies = [("forum", "0020_review_and_words")]
    operations = [
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noun", models.CharField(max_length=6)),
                ("number", models.PositiveBigIntegerField()),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("body", models.TextField(verbose_name="body")),
                ("author_id", models.BigIntegerField(null=True)),
                ("author_name", models.CharField(blank=True, max_length=150, verbose_name="author")),
                ("floor", models.PositiveIntegerField(default=0, verbose_name="floor")),
                ("region", models.CharField(blank=True, max_length=20, verbose_name="region")),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("taken_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="taken")),
                ("words", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64, verbose_name="digest")),
                (
                    "report",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="evidence",
                        to="forum.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "verbose_name_plural": "evidence",
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["noun", "number"], name="evidence_about")],
            },
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
