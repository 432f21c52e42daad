"""Due process: house rules, which a decision may name; edits that wait while the approved words stay up.

The seal of decisions takes the rule in, for the rows that name one: those from before keep the digests they have.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


SEAL = """
create or replace function decision_digest(d forum_decision) returns text language sql immutable as $$
    select encode(sha256(convert_to(
        decision_fact(d.number::text) || decision_fact(d.previous) || decision_fact(d.id::text)
        || decision_fact(d.moderator_id::text) || decision_fact(d.verb) || decision_fact(d.thread_id::text)
        || decision_fact(d.reply_id::text) || decision_fact(d.user_id::text) || decision_fact(d.reason)
        || decision_fact(d.detail)
        || decision_fact(to_char(d.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
        || case when d.rule_number is null and d.rule_words = '' then ''
           else decision_fact(d.rule_number::text) || decision_fact(d.rule_words) end,
        'UTF8')), 'hex')
$$;
"""
UNSEAL = """
create or replace function decision_digest(d forum_decision) returns text language sql immutable as $$
    select encode(sha256(convert_to(
        decision_fact(d.number::text) || decision_fact(d.previous) || decision_fact(d.id::text)
        || decision_fact(d.moderator_id::text) || decision_fact(d.verb) || decision_fact(d.thread_id::text)
        || decision_fact(d.reply_id::text) || decision_fact(d.user_id::text) || decision_fact(d.reason)
        || decision_fact(d.detail)
        || decision_fact(to_char(d.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')),
        'UTF8')), 'hex')
$$;
"""

ADMINS = "管理员"


def let_admins(apps, schema_editor):
    """管理员 write the rules; permissions are created after migrating, which is too late."""
    admins, _made = apps.get_model("auth", "Group").objects.get_or_create(name=ADMINS)
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kind, _made = kinds.get_or_create(app_label="forum", model="houserule")
    for verb in ("add", "change", "delete", "view"):
        right, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            codename=f"{verb}_houserule", content_type=kind, defaults={"name": f"Can {verb} house rule"}
        )
        admins.permissions.add(right)


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0026_parcels'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(blank=True, max_length=120)),
                ('body', models.TextField()),
                ('body_html', models.TextField()),
                ('terms', models.TextField(blank=True)),
                ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('outcome', models.CharField(choices=[('waiting', 'Waiting for a moderator'), ('published', 'Edit published'), ('refused', 'Edit refused')], default='waiting', max_length=9)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'edit waiting',
                'verbose_name_plural': 'edits waiting',
            },
        ),
        migrations.CreateModel(
            name='HouseRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(help_text='It stands beside every decision; give a new rule a new one.', unique=True, verbose_name='number')),
                ('words', models.CharField(help_text='One sentence anybody can keep.', max_length=120, verbose_name='the rule')),
                ('about', models.TextField(blank=True, max_length=1000, verbose_name='what is meant')),
                ('is_active', models.BooleanField(default=True, help_text='A rule given up is no longer shown or chosen; its decisions keep it.', verbose_name='in force')),
            ],
            options={
                'verbose_name': 'house rule',
                'verbose_name_plural': 'house rules',
                'ordering': ['number'],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='rule_number',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='rule'),
        ),
        migrations.AddField(
            model_name='decision',
            name='rule_words',
            field=models.CharField(blank=True, db_default='', default='', max_length=120, verbose_name='words of the rule'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='verb',
            field=models.CharField(choices=[('approve', 'Approve'), ('hide', 'Hide'), ('restore', 'Restore'), ('close', 'Close replies'), ('reopen', 'Reopen replies'), ('pin', 'Pin'), ('unpin', 'Unpin'), ('feature', 'Feature'), ('unfeature', 'Unfeature'), ('move', 'Move'), ('lift', 'Lift'), ('sink', 'Sink'), ('level', 'Back to its own rank'), ('slow', 'Slow mode'), ('unslow', 'End slow mode'), ('merge', 'Merge'), ('unmerge', 'Undo the merge'), ('split', 'Split'), ('unsplit', 'Undo the split'), ('fold', 'Fold'), ('unfold', 'Unfold'), ('warn', 'Warn'), ('suspend', 'Suspend'), ('mute', 'Mute'), ('unmute', 'Lift mute'), ('shelter', 'Give shelter'), ('unshelter', 'End the shelter'), ('ban', 'Ban'), ('unban', 'Lift ban'), ('appoint', 'Appoint'), ('release', 'Release from office'), ('origin', 'Look at the origin'), ('dismiss', 'Dismiss reports'), ('original', 'Show the original text'), ('repaired', 'Show the repaired text'), ('settings', 'Change settings'), ('grant', 'Grant the appeal'), ('look', 'Look at what was published'), ('uphold', 'Uphold the decision'), ('undo', 'Undo'), ('seen', 'Look at a signal'), ('amend', 'Publish the edit'), ('refuse', 'Refuse the edit')], max_length=10, verbose_name='verb'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rule_number', None), ('rule_words', '')), models.Q(('rule_number__isnull', False), models.Q(('rule_words', ''), _negated=True)), _connector='OR'), name='decision_rule_has_words'),
        ),
        migrations.AddField(
            model_name='amendment',
            name='category',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='forum.category'),
        ),
        migrations.AddField(
            model_name='amendment',
            name='decision',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='forum.decision'),
        ),
        migrations.AddField(
            model_name='amendment',
            name='reply',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='amendment', to='forum.reply'),
        ),
        migrations.AddField(
            model_name='amendment',
            name='thread',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='amendment', to='forum.thread'),
        ),
        migrations.AddField(
            model_name='settlement',
            name='amendment',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='forum.amendment'),
        ),
        migrations.AddConstraint(
            model_name='houserule',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='house_rule_counts_from_one'),
        ),
        migrations.AddConstraint(
            model_name='houserule',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='house_rule_has_words'),
        ),
        migrations.AddIndex(
            model_name='amendment',
            index=models.Index(condition=models.Q(('outcome', 'waiting')), fields=['made_at'], name='amendment_waiting'),
        ),
        migrations.AddConstraint(
            model_name='amendment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reply__isnull', False), ('thread__isnull', True)), models.Q(('reply__isnull', True), ('thread__isnull', False)), _connector='OR'), name='amendment_of_one_thing'),
        ),
        migrations.RunSQL(SEAL, UNSEAL),
        migrations.RunPython(let_admins, migrations.RunPython.noop),
    ]
