"""Members and tags are found by name; words search shall know are kept in a table, which moderators may edit."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


VERBS = ("add", "change", "delete", "view")


def let_moderators(apps, schema_editor):
    """Who edits blocked words edits trade words; permissions are created after migrating, which is too late."""
    groups = apps.get_model("auth", "Group").objects.filter(permissions__codename="change_blockedword").distinct()
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="forum", model="tradeword"
    )
    for verb in VERBS:
        right, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            codename=f"{verb}_tradeword", content_type=kind, defaults={"name": f"Can {verb} trade word"}
        )
        for group in groups:
            group.permissions.add(right)


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0018_replies_without_a_second_index'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TradeWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40, unique=True, verbose_name='word')),
                ('synonyms', models.CharField(blank=True, help_text='Separated by spaces or commas; each finds the others.', max_length=200, verbose_name='synonyms')),
                ('note', models.CharField(blank=True, max_length=120, verbose_name='note')),
                ('is_active', models.BooleanField(default=True, verbose_name='active')),
                ('changed_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': 'trade word',
                'verbose_name_plural': 'trade words',
                'ordering': ['word'],
                'constraints': [models.CheckConstraint(condition=models.Q(('word', ''), _negated=True), name='trade_word_not_blank')],
            },
        ),
        migrations.CreateModel(
            name='NameEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40)),
                ('keys', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None)),
                ('tag', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='name_entry', to='forum.tag')),
                ('user', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='name_entry', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'name entry',
                'verbose_name_plural': 'name entries',
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['keys'], name='name_entry_keys')],
                'constraints': [models.CheckConstraint(condition=models.Q(('user', None), ('tag', None), _connector='XOR'), name='name_entry_of_one')],
            },
        ),
        migrations.RunPython(let_moderators, migrations.RunPython.noop),
    ]
