"""The telephones of the tests: messages kept in a list, and in a file where a server of its own process sends them."""

import json
import os
from pathlib import Path

outbox = []  # (phone, kind, code), the newest last


class KeptSender:
    def send(self, phone, kind, code):
        outbox.append((phone, kind, code))
        if folder := os.environ.get("MAIL_DIR"):
            with Path(folder, "sms.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps([phone, kind, code]) + "\n")


def read(folder):
    """What a server with this folder has sent."""
    return [
        tuple(json.loads(line)) for line in (folder / "mail" / "sms.jsonl").read_text(encoding="utf-8").splitlines()
    ]
