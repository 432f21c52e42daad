
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_phone_numbers'),
    ]

    operations = [
        migrations.CreateModel(
            name='FreedName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('free_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='user',
            name='closing_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
