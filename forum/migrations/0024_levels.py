
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_phone_numbers'),
        ('forum', '0023_notices'),
    ]

    operations = [
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='weighed', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('level', models.CharField(choices=[('newcomer', 'Newcomer'), ('member', 'Member'), ('regular', 'Regular'), ('trusted', 'Trusted')], max_length=8, verbose_name='level')),
                ('fell_from', models.CharField(blank=True, choices=[('newcomer', 'Newcomer'), ('member', 'Member'), ('regular', 'Regular'), ('trusted', 'Trusted')], max_length=8)),
                ('fell_for', models.CharField(blank=True, choices=[('rules', 'Rules'), ('said', 'Said'), ('upheld', 'Upheld'), ('points', 'Points')], max_length=6)),
                ('fell_with', models.PositiveIntegerField(default=0)),
                ('fell_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'level',
                'verbose_name_plural': 'levels',
            },
        ),
    ]
