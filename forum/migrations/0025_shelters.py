"""Members whom strangers can neither answer nor mention for some days, and the two verbs of moderators for it."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0024_levels"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="verb",
            field=models.CharField(
                choices=[
                    ("approve", "Approve"),
                    ("hide", "Hide"),
                    ("restore", "Restore"),
                    ("close", "Close replies"),
                    ("reopen", "Reopen replies"),
                    ("pin", "Pin"),
                    ("unpin", "Unpin"),
                    ("feature", "Feature"),
                    ("unfeature", "Unfeature"),
                    ("move", "Move"),
                    ("lift", "Lift"),
                    ("sink", "Sink"),
                    ("level", "Back to its own rank"),
                    ("slow", "Slow mode"),
                    ("unslow", "End slow mode"),
                    ("merge", "Merge"),
                    ("unmerge", "Undo the merge"),
                    ("split", "Split"),
                    ("unsplit", "Undo the split"),
                    ("fold", "Fold"),
                    ("unfold", "Unfold"),
                    ("warn", "Warn"),
                    ("suspend", "Suspend"),
                    ("mute", "Mute"),
                    ("unmute", "Lift mute"),
                    ("shelter", "Give shelter"),
                    ("unshelter", "End the shelter"),
                    ("ban", "Ban"),
                    ("unban", "Lift ban"),
                    ("appoint", "Appoint"),
                    ("release", "Release from office"),
                    ("origin", "Look at the origin"),
                    ("dismiss", "Dismiss reports"),
                    ("original", "Show the original text"),
                    ("repaired", "Show the repaired text"),
                    ("settings", "Change settings"),
                    ("grant", "Grant the appeal"),
                    ("look", "Look at what was published"),
                    ("uphold", "Uphold the decision"),
                    ("undo", "Undo"),
                    ("seen", "Look at a signal"),
                ],
                max_length=10,
                verbose_name="verb",
            ),
        ),
        migrations.CreateModel(
            name="Shelter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                ("until", models.DateTimeField(verbose_name="until")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("lifted_at", models.DateTimeField(blank=True, null=True, verbose_name="lifted")),
                (
                    "moderator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="moderator",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shelters",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "shelter",
                "verbose_name_plural": "shelters",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("lifted_at__isnull", True)), fields=["until"], name="shelter_in_force"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("since"))), name="shelter_ends_after_start"
                    )
                ],
            },
        ),
    ]
