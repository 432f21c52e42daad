"""An author may fix how words of an article are shown in other scripts; the table before an edit is kept with it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0021_evidence'),
    ]

    operations = [
        migrations.AddField(
            model_name='revision',
            name='terms',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='thread',
            name='terms',
            field=models.TextField(blank=True, verbose_name='words in other scripts'),
        ),
    ]
