"""The desk several moderators share: claims, settlements, signals, looks at private data; and the four offices.

Who was 版主 could do everything everywhere, and goes on doing so as 总版主; 版主 now have charge of categories.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


GUARD = """
create function look_stays() returns trigger language plpgsql as $$
begin
    raise exception 'looks are append-only';
end $$;
create trigger look_stays before update or delete on forum_look
    for each row execute function look_stays();
"""
UNGUARD = "drop trigger look_stays on forum_look; drop function look_stays();"

MODERATORS, CHIEFS, EDITORS, ADMINS = "版主", "总版主", "运营", "管理员"
SHELVES = {
    "thread": {"curate": "Can pin, feature, move and import articles"},
    "tag": {f"{verb}_tag": f"Can {verb} tag" for verb in ("add", "change", "delete", "view")},
    "category": {f"{verb}_category": f"Can {verb} category" for verb in ("add", "change", "view")},
}
RIGHTS = {  # what each office is given by name; 总版主 also keep what 版主 held before
    MODERATORS: {"thread": {"moderate_category": "Can moderate the categories in their charge"}},
    CHIEFS: {
        "thread": {
            "moderate": "Can moderate threads, replies and people",
            "curate": "Can pin, feature, move and import articles",
        },
    },
    EDITORS: SHELVES,
    ADMINS: {
        **SHELVES,
        "thread": {
            "moderate": "Can moderate threads, replies and people",
            "curate": "Can pin, feature, move and import articles",
            "appoint": "Can appoint moderators",
        },
        "origin": {"view_origin": "Can view origin"},
        "barrier": {"add_barrier": "Can add barrier", "view_barrier": "Can view barrier"},
        "sitesettings": {"change_sitesettings": "Can change site settings"},
    },
}


def make_offices(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects
    moderators, chiefs = (groups.get_or_create(name=name)[0] for name in (MODERATORS, CHIEFS))
    held = list(moderators.permissions.all())
    for name, rights in RIGHTS.items():
        group, _made = groups.get_or_create(name=name)
        wanted = [_right(apps, model, *right) for model, named in rights.items() for right in named.items()]
        if name == MODERATORS:
            chiefs.user_set.add(*moderators.user_set.all())
            moderators.user_set.clear()
            group.permissions.set(wanted)
        else:
            group.permissions.add(*wanted, *(held if name in (CHIEFS, ADMINS) else ()))


def _right(apps, model, codename, name):
    # permissions are created after migrating, which is too late for a group that needs them
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="forum", model=model)
    rights = apps.get_model("auth", "Permission").objects
    return rights.get_or_create(codename=codename, content_type=kind, defaults={"name": name})[0]


def drop_offices(apps, schema_editor):
    """Back to one office for all of them."""
    groups = apps.get_model("auth", "Group").objects
    moderators = groups.get(name=MODERATORS)
    for group in groups.filter(name__in=[CHIEFS, ADMINS]):
        moderators.user_set.add(*group.user_set.all())
        moderators.permissions.add(*group.permissions.filter(codename="moderate"))
    groups.filter(name__in=[CHIEFS, EDITORS, ADMINS]).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0016_discovery'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='decision',
            name='verb',
            field=models.CharField(choices=[('approve', 'Approve'), ('hide', 'Hide'), ('restore', 'Restore'), ('close', 'Close replies'), ('reopen', 'Reopen replies'), ('pin', 'Pin'), ('unpin', 'Unpin'), ('feature', 'Feature'), ('unfeature', 'Unfeature'), ('move', 'Move'), ('lift', 'Lift'), ('sink', 'Sink'), ('level', 'Back to its own rank'), ('slow', 'Slow mode'), ('unslow', 'End slow mode'), ('merge', 'Merge'), ('unmerge', 'Undo the merge'), ('split', 'Split'), ('unsplit', 'Undo the split'), ('fold', 'Fold'), ('unfold', 'Unfold'), ('warn', 'Warn'), ('suspend', 'Suspend'), ('mute', 'Mute'), ('unmute', 'Lift mute'), ('ban', 'Ban'), ('unban', 'Lift ban'), ('appoint', 'Appoint'), ('release', 'Release from office'), ('origin', 'Look at the origin'), ('dismiss', 'Dismiss reports'), ('original', 'Show the original text'), ('repaired', 'Show the repaired text'), ('settings', 'Change settings'), ('grant', 'Grant the appeal'), ('uphold', 'Uphold the decision'), ('undo', 'Undo'), ('seen', 'Look at a signal')], max_length=10, verbose_name='verb'),
        ),
    
        migrations.AlterModelOptions(
            name='thread',
            options={'permissions': [('moderate', 'Can moderate threads, replies and people'), ('moderate_category', 'Can moderate the categories in their charge'), ('curate', 'Can pin, feature, move and import articles'), ('appoint', 'Can appoint moderators')], 'verbose_name': 'thread', 'verbose_name_plural': 'threads'},
        ),
        migrations.CreateModel(
            name='Settlement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('batch', models.UUIDField(db_index=True)),
                ('before', models.CharField(choices=[('draft', 'Draft'), ('held', 'Held for review'), ('public', 'Public'), ('hidden', 'Hidden'), ('withdrawn', 'Withdrawn')], max_length=10)),
                ('after', models.CharField(choices=[('draft', 'Draft'), ('held', 'Held for review'), ('public', 'Public'), ('hidden', 'Hidden'), ('withdrawn', 'Withdrawn')], max_length=10)),
                ('reports', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('signals', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('waited_since', models.DateTimeField()),
                ('settled_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='settled')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='settlement', to='forum.decision', verbose_name='decision')),
                ('sanction', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='forum.sanction')),
                ('undone', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undoes', to='forum.decision')),
            ],
            options={
                'verbose_name': 'settlement',
                'verbose_name_plural': 'settlements',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateTimeField(verbose_name='until')),
                ('moderator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='claims', to=settings.AUTH_USER_MODEL)),
                ('reply', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='claim', to='forum.reply')),
                ('thread', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='claim', to='forum.thread')),
            ],
            options={
                'verbose_name': 'claim',
                'verbose_name_plural': 'claims',
                'indexes': [models.Index(fields=['moderator', 'until'], name='claim_hand')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reply__isnull', False), ('thread__isnull', True)), models.Q(('reply__isnull', True), ('thread__isnull', False)), _connector='OR'), name='claim_of_one_thing')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('origin', 'The origin of one thing'), ('address', 'Who wrote from an address'), ('email', 'Whose an e-mail address is')], max_length=8, verbose_name='what')),
                ('asked', models.CharField(max_length=300, verbose_name='asked for')),
                ('found', models.PositiveIntegerField(verbose_name='found')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
                ('moderator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to=settings.AUTH_USER_MODEL, verbose_name='moderator')),
            ],
            options={
                'verbose_name': 'look',
                'verbose_name_plural': 'looks at private data',
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='look_has_reason')],
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offices', to='forum.category', verbose_name='category')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offices', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'office',
                'verbose_name_plural': 'offices',
                'constraints': [models.UniqueConstraint(fields=('user', 'category'), name='office_once')],
            },
        ),
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('burst', 'A burst of replies'), ('regions', 'An unusual spread of regions'), ('newcomers', 'Unusually many new accounts')], max_length=10, verbose_name='kind')),
                ('facts', models.JSONField(default=dict)),
                ('outcome', models.CharField(choices=[('open', 'Open'), ('seen', 'Looked at')], default='open', max_length=4, verbose_name='outcome')),
                ('raised_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='raised')),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='unusual', to='forum.thread', verbose_name='thread')),
            ],
            options={
                'verbose_name': 'signal',
                'verbose_name_plural': 'signals',
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', 'open')), fields=('thread', 'kind'), name='signal_open_once')],
            },
        ),
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RunPython(make_offices, drop_offices),
    ]
