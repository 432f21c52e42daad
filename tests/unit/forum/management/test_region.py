"""`manage.py region`: a line an address, whatever it is."""

from io import StringIO

from django.core.management import call_command


def _printed(*addresses):
    out = StringIO()
    call_command("region", *addresses, stdout=out)
    return out.getvalue()


def test_a_line_an_address_in_the_order_given():
    printed = _printed("8.8.8.8", "114.114.114.114", "127.0.0.1", "::ffff:223.5.5.5", "8.8.8.8")
    assert printed == "8.8.8.8\t美国\n114.114.114.114\t江苏\n127.0.0.1\t未知\n::ffff:223.5.5.5\t浙江\n8.8.8.8\t美国\n"


def test_nonsense_is_unknown_and_does_not_stop_the_rest():
    printed = _printed("nonsense", "", "999.1.1.1", "bytes \udcff", "61.139.2.69")
    assert printed == "nonsense\t未知\n\t未知\n999.1.1.1\t未知\nbytes \ufffd\t未知\n61.139.2.69\t四川\n"
