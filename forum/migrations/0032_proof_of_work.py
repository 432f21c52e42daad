import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0031_search_statistics'),
    ]

    operations = [
        migrations.AlterField(
            model_name='assessment',
            name='signals',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('any', 'Whatever it is'), ('new', 'Account of the first day'), ('links', 'Links'), ('images', 'Images'), ('words', 'A word of the list'), ('nowhere', 'Place unknown'), ('pace', 'Many in a short time'), ('alike', 'Like something posted lately'), ('empty', 'Answers only where nobody answers'), ('fast', 'Sent faster than anybody types'), ('proof', 'Without proof of work')], max_length=7), default=list, size=None, verbose_name='seen in it'),
        ),
        migrations.AlterField(
            model_name='reviewcell',
            name='signal',
            field=models.CharField(choices=[('any', 'Whatever it is'), ('new', 'Account of the first day'), ('links', 'Links'), ('images', 'Images'), ('words', 'A word of the list'), ('nowhere', 'Place unknown'), ('pace', 'Many in a short time'), ('alike', 'Like something posted lately'), ('empty', 'Answers only where nobody answers'), ('fast', 'Sent faster than anybody types'), ('proof', 'Without proof of work')], max_length=7),
        ),
    ]
