"""A forum where a long article is a thread: read free, sign in to reply, each reply says where it came from.

Read in this order: ``models`` (what exists), ``rules`` (who may, and why not), ``actions`` (what can be
done; only these write), ``views`` and ``admin`` (the doors). ``limits`` holds the numbers. The rooms
``region``, ``markup``, ``chinese``, ``screening``, ``search`` and ``importing`` each know one craft and
are entered by their front door only.
"""
