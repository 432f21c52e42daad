"""Series, aliases of tags, telling words, a map of a million threads, the hub."""

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0013_moderators_tools'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=60, verbose_name='title')),
                ('about', models.CharField(blank=True, max_length=200, verbose_name='about')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'verbose_name': 'series',
                'verbose_name_plural': 'series',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='SeriesPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
            ],
            options={
                'verbose_name': 'part of a series',
                'verbose_name_plural': 'parts of series',
                'ordering': ['series', 'position'],
            },
        ),
        migrations.CreateModel(
            name='TellingWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40)),
                ('weight', models.FloatField()),
            ],
            options={
                'verbose_name': 'telling word',
                'verbose_name_plural': 'telling words',
            },
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='address',
            field=models.CharField(blank=True, help_text='As readers type it, https://forum.example.org; the hub needs it.', max_length=200, validators=[django.core.validators.URLValidator(['http', 'https'])], verbose_name='address of the site'),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='hub',
            field=models.CharField(blank=True, help_text='Told at once when a feed has something new. Empty: nobody is told.', max_length=200, validators=[django.core.validators.URLValidator(['http', 'https'])], verbose_name='WebSub hub'),
        ),
        migrations.AddField(
            model_name='tag',
            name='description',
            field=models.CharField(blank=True, max_length=120, verbose_name='description'),
        ),
        migrations.AddField(
            model_name='tag',
            name='same_as',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='forum.tag', verbose_name='alias of'),
        ),
        migrations.AddIndex(
            model_name='thread',
            index=models.Index(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('id'), '-', models.Value(1)), '/', models.Value(5000)), models.OrderBy(django.db.models.functions.comparison.Greatest('published_at', 'edited_at', 'last_reply_at'), descending=True), condition=models.Q(('state', 'public')), name='thread_map'),
        ),
        migrations.AddIndex(
            model_name='thread',
            index=models.Index(condition=models.Q(('replies_count', 0), ('state', 'public')), fields=['id'], name='thread_unanswered'),
        ),
        migrations.AddField(
            model_name='series',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='series', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='seriespart',
            name='series',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='forum.series'),
        ),
        migrations.AddField(
            model_name='seriespart',
            name='thread',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='part', to='forum.thread'),
        ),
        migrations.AddField(
            model_name='tellingword',
            name='thread',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='telling_words', to='forum.thread'),
        ),
        migrations.AddConstraint(
            model_name='series',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='series_title_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='seriespart',
            constraint=models.UniqueConstraint(fields=('series', 'position'), name='series_position_once'),
        ),
        migrations.AddIndex(
            model_name='tellingword',
            index=models.Index(models.F('word'), models.OrderBy(models.F('weight'), descending=True), models.F('thread'), name='telling_word_heaviest'),
        ),
        migrations.AddConstraint(
            model_name='tellingword',
            constraint=models.UniqueConstraint(fields=('thread', 'word'), name='telling_word_once'),
        ),
    ]
