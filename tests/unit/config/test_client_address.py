"""Whom to believe, hop by hop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.client_address import believed

PEER = "10.0.0.9"


@pytest.mark.parametrize(
    ("told", "proxies", "client"),
    [
        ("", 0, PEER),
        ("61.139.2.69", 0, PEER),
        ("9.9.9.9, 61.139.2.69", 1, "61.139.2.69"),
        ("61.139.2.69, 10.0.0.1", 2, "61.139.2.69"),
        ("9.9.9.9, 61.139.2.69,10.0.0.1", 2, "61.139.2.69"),
        ("9.9.9.9,,61.139.2.69", 1, "61.139.2.69"),
        (",,, 61.139.2.69", 1, "61.139.2.69"),
    ],
)
def test_our_own_proxies_are_counted_from_the_right(told, proxies, client):
    assert believed(told, PEER, proxies) == client


@pytest.mark.parametrize(("told", "proxies"), [("", 1), ("", 9), ("9.9.9.9", 2), ("9.9.9.9, 8.8.8.8", 3)])
def test_with_too_few_hops_the_peer_is_believed(told, proxies):
    assert believed(told, PEER, proxies) == PEER


@pytest.mark.parametrize(
    "entry",
    ["unknown", "_hidden", "unix:", "999.1.1.1", "1.2.3", "1.2.3.4:port", "1.2.3.4:", "[::1", "::1]", "[1.2.3.4",
     "[]", "[nonsense]:1", '"8.8.8.8"', "for=8.8.8.8", "8.8.8.8; 9.9.9.9", "８.８.８.８", "\x00", "%", "%eth0",
     "8.8.8.8/32", "134744072", "' OR 1=1 --", "<script>", " ", "1" * 10_000],
)  # fmt: skip
def test_an_entry_that_is_no_address_is_not_believed(entry):
    assert believed(f"8.8.4.4, {entry}", PEER, 1) == PEER


@pytest.mark.parametrize(
    ("entry", "client"),
    [
        ("61.139.2.69:50123", "61.139.2.69"),
        ("  61.139.2.69\t", "61.139.2.69"),
        ("[2001:DA8::666]:443", "2001:da8::666"),
        ("[2001:da8::666]", "2001:da8::666"),
        ("2001:da8:0:0::666", "2001:da8::666"),
        ("::ffff:61.139.2.69", "61.139.2.69"),
        ("[::ffff:61.139.2.69]:80", "61.139.2.69"),
        ("fe80::1%eth0", "fe80::1"),
        ("[fe80::1%eth0]:80", "fe80::1"),
    ],
)
def test_one_address_has_one_spelling(entry, client):
    assert believed(entry, PEER, 1) == client
    assert believed("", entry, 0) == client


def test_a_peer_without_an_address_is_nobody():
    assert believed("", "", 0) == believed("unknown", "", 1) == believed("9.9.9.9", "", 2) == ""


def test_behind_a_unix_socket_the_proxy_still_tells_who_came():
    assert believed("9.9.9.9, 61.139.2.69", "", 1) == "61.139.2.69"


@given(st.text(), st.ip_addresses().map(str), st.ip_addresses().map(str), st.integers(1, 4))
def test_nothing_a_caller_writes_moves_the_entry_of_our_outermost_proxy(forged, client, proxy, proxies):
    written_by_us = ", ".join([client] + [proxy] * (proxies - 1))
    assert believed(f"{forged}, {written_by_us}", proxy, proxies) == believed(written_by_us, proxy, proxies)


@given(st.text(), st.text(), st.integers(0, 5))
def test_any_header_is_survived(told, peer, proxies):
    assert isinstance(believed(told, peer, proxies), str)
