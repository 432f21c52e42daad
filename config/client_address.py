"""Whom to believe about where a request comes from.

Each of our own proxies writes the address that called it at the right end of X-Forwarded-For; everything to the left is
what the caller claimed. So with two proxies the second entry from the right was seen by us, and nothing else was.

A proxy must drop header names with an underscore, as nginx does: a server hands `X_Forwarded_For` to Django under the
same name as the real header, and nothing in here could tell them apart.
"""

import re
from ipaddress import ip_address

# Every header that some proxy somewhere uses to say where a request comes from. Only the first is read, once, and none
# is left for the code behind it: a caller can write all of them.
RUMOURS = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_FORWARDED",
    "HTTP_X_REAL_IP",
    "HTTP_X_CLIENT_IP",
    "HTTP_X_CLUSTER_CLIENT_IP",
    "HTTP_X_FORWARDED",
    "HTTP_X_ORIGINAL_FORWARDED_FOR",
    "HTTP_X_ORIGINATING_IP",
    "HTTP_X_REMOTE_IP",
    "HTTP_X_REMOTE_ADDR",
    "HTTP_X_ENVOY_EXTERNAL_ADDRESS",
    "HTTP_X_AZURE_CLIENTIP",
    "HTTP_X_AZURE_SOCKETIP",
    "HTTP_X_APPENGINE_USER_IP",
    "HTTP_ALI_CDN_REAL_IP",
    "HTTP_CDN_SRC_IP",
    "HTTP_CF_CONNECTING_IP",
    "HTTP_CF_CONNECTING_IPV6",
    "HTTP_CF_PSEUDO_IPV4",
    "HTTP_CLIENT_IP",
    "HTTP_DO_CONNECTING_IP",
    "HTTP_FASTLY_CLIENT_IP",
    "HTTP_FLY_CLIENT_IP",
    "HTTP_FORWARDED_FOR",
    "HTTP_REMOTE_ADDR",
    "HTTP_TRUE_CLIENT_IP",
)

_WITH_PORT = re.compile(r"\[([0-9a-f:.%\w]+)\](?::[0-9]+)?|([0-9.]+):[0-9]+", re.IGNORECASE)


def believed(told: str, peer: str, proxies: int) -> str:
    """The client's address: the entry that the outermost of our `proxies` wrote into `told` (X-Forwarded-For).

    `peer` is who opened the connection. It is the answer without proxies, and also when there are fewer entries than
    proxies or the entry is no address: such a request did not come all the way through our proxies, so whatever it
    tells may be its own invention, while the peer is at worst the place of a proxy. "" when even the peer has no
    address (a Unix socket).
    """
    chain = [*told.split(","), peer]
    entry = chain[-1 - proxies] if proxies < len(chain) else peer
    return _plain(entry) or _plain(peer)


def _plain(entry: str) -> str:
    """The address without spaces, brackets, port and zone, IPv4 unwrapped from IPv6; "" when it is none."""
    entry = entry.strip()
    if match := _WITH_PORT.fullmatch(entry):
        entry = match[1] or match[2]
    try:
        address = ip_address(entry.partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(address, "ipv4_mapped", None) or address)
