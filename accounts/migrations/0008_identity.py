import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_old_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='Identity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('person', 'A person'), ('organisation', 'An organisation')], max_length=12, verbose_name='who')),
                ('method', models.CharField(choices=[('demo', 'demonstration'), ('card', 'identity card'), ('phone', "mobile number in one's own name"), ('face', 'identity card and face'), ('code', 'unified social credit code'), ('papers', 'papers looked through')], max_length=6, verbose_name='confirmed by')),
                ('organisation', models.CharField(blank=True, max_length=80, verbose_name='organisation')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('confirmed_at', models.DateTimeField(verbose_name='confirmed')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='identity', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'confirmed identity',
                'verbose_name_plural': 'confirmed identities',
            },
        ),
    ]
