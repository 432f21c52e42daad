"""Fold, slow mode, lift and sink, merge and split; warnings, suspensions and points; barriers."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0010_names_for_the_desk'),
    ]

    operations = [
        migrations.AddField(
            model_name='reply',
            name='folded_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='folded'),
        ),
        migrations.AddField(
            model_name='thread',
            name='lift',
            field=models.SmallIntegerField(default=0, verbose_name='lifted'),
        ),
        migrations.AddField(
            model_name='thread',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='forum.thread'),
        ),
        migrations.AddField(
            model_name='thread',
            name='slow_minutes',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='slow mode'),
        ),
        migrations.AddField(
            model_name='thread',
            name='split_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='forum.thread'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='verb',
            field=models.CharField(choices=[('approve', 'Approve'), ('hide', 'Hide'), ('restore', 'Restore'), ('close', 'Close replies'), ('reopen', 'Reopen replies'), ('pin', 'Pin'), ('unpin', 'Unpin'), ('feature', 'Feature'), ('unfeature', 'Unfeature'), ('move', 'Move'), ('lift', 'Lift'), ('sink', 'Sink'), ('level', 'Back to its own rank'), ('slow', 'Slow mode'), ('unslow', 'End slow mode'), ('merge', 'Merge'), ('unmerge', 'Undo the merge'), ('split', 'Split'), ('unsplit', 'Undo the split'), ('fold', 'Fold'), ('unfold', 'Unfold'), ('warn', 'Warn'), ('suspend', 'Suspend'), ('mute', 'Mute'), ('unmute', 'Lift mute'), ('ban', 'Ban'), ('unban', 'Lift ban'), ('appoint', 'Make a moderator'), ('release', 'Release from moderating'), ('origin', 'Look at the origin'), ('dismiss', 'Dismiss reports'), ('original', 'Show the original text'), ('repaired', 'Show the repaired text'), ('settings', 'Change settings'), ('grant', 'Grant the appeal'), ('uphold', 'Uphold the decision')], max_length=10, verbose_name='verb'),
        ),
        # PostgreSQL cannot change what a generated column is made of, so it is made anew, with its index.
        migrations.RemoveIndex(model_name="thread", name="thread_recommended"),
        migrations.RemoveField(model_name="thread", name="rank"),
        migrations.AddField(
            model_name="thread",
            name="rank",
            field=models.GeneratedField(db_persist=True, expression=models.Func(output_field=models.FloatField(), template='(extract(epoch from (published_at - to_timestamp(0))) + 43200 * ln(1 + 3 * replies_count + 2 * favourites_count + likes_count) + case when featured_at is null then 0 else 259200 end + 259200 * lift)'), output_field=models.FloatField()),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                fields=["-rank", "-id"], name="thread_recommended", condition=models.Q(state="public")
            ),
        ),
        migrations.CreateModel(
            name='Relocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('floor', models.PositiveIntegerField()),
                ('moved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('from_thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='forum.thread')),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relocations', to='forum.reply')),
                ('to_thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='arrivals', to='forum.thread')),
            ],
        ),
        migrations.AddField(
            model_name='sanction',
            name='kind',
            field=models.CharField(choices=[('warning', 'Warning'), ('mute', 'Mute'), ('suspend', 'Suspension')], default='mute', max_length=8, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='sanction',
            name='points',
            field=models.PositiveSmallIntegerField(default=2, verbose_name='points'),
        ),
        migrations.CreateModel(
            name='Barrier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('range', 'Range of addresses'), ('domain', 'E-mail domain')], default='range', max_length=6, verbose_name='kind')),
                ('value', models.CharField(max_length=100, verbose_name='range or domain')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('since', models.DateTimeField(default=django.utils.timezone.now, verbose_name='since')),
                ('until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='lifted')),
                ('moderator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='moderator')),
            ],
            options={
                'verbose_name': 'barrier',
                'verbose_name_plural': 'barriers',
                'ordering': ['-id'],
            },
        ),
    
    ]
