from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_avatar'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='came_unproven',
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
