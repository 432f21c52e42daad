from django.db import models
from django.utils import timezone


class Relocation(models.Model):
    """A reply went from one thread to another when threads were merged or split; undoing that takes the row away."""

    reply = models.ForeignKey("Reply", models.CASCADE, related_name="relocations")
    from_thread = models.ForeignKey("Thread", models.CASCADE, related_name="+")
    to_thread = models.ForeignKey("Thread", models.CASCADE, related_name="arrivals")
    floor = models.PositiveIntegerField()  # the one it had there, and gets back
    moved_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.from_thread_id} → {self.to_thread_id}"
