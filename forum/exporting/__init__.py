"""Everything of one member's, in a file that opens without us: pages to read, data to take elsewhere, pictures.

    pack(user, path, "zh-hans")

``gathering`` asks the database for what is theirs, as plain values, a Section each; ``pages`` makes HTML of it with
our own stylesheet; ``packing`` puts both into a zip. The same rows give the same bytes. Other people stand in it only
as readers see them: by their name, beside words of one's own that answer theirs.
"""

from forum.exporting.packing import pack

__all__ = ["pack"]
