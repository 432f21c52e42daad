from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0033_recycle_bin'),
    ]

    operations = [
        migrations.AddField(
            model_name='sitesettings',
            name='replies_need_identity',
            field=models.BooleanField(default=False, help_text='Members without one read on and are shown where to have it confirmed.', verbose_name='replying needs a confirmed identity'),
        ),
        migrations.AlterField(
            model_name='look',
            name='what',
            field=models.CharField(choices=[('origin', 'The origin of one thing'), ('address', 'Who wrote from an address'), ('email', 'Whose an e-mail address is'), ('identity', 'Whether and how an identity was confirmed')], max_length=8, verbose_name='what'),
        ),
    ]
