"""Address → place, offline: which province or country a reply is written from.

`region_of` answers from a committed table (table.py) built from ip2region's texts (builder.py); places.py knows the
names. Nothing is fetched, no city and no provider is kept. What cannot be known is 未知, never a guess and never an
error: a reply must not fail because of where it comes from.
"""

import logging
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Lock

from .countries import NAMES
from .places import PRECISIONS, SHORT_NAMES, UNKNOWN, Region, named
from .table import Table, read_table, read_version

__all__ = ["COUNTRIES", "PRECISIONS", "SHORT_NAMES", "TABLE_VERSION", "UNKNOWN", "Region", "load", "named", "region_of"]

COUNTRIES = frozenset(NAMES.values())
_log = logging.getLogger(__name__)
_loading = Lock()
_table: Table | None = None
_LONGEST = 64  # an IPv6 address with an interface name; anything longer is not an address


def region_of(address: object) -> Region:
    """The region of an IPv4 or IPv6 address, given as text or as an `ipaddress` object; UNKNOWN for all else.

    Spaces around, an IPv6 zone and an IPv4 address mapped into IPv6 are understood. Addresses that belong to no place
    (private, loopback, link-local, shared, documentation, multicast, reserved) are UNKNOWN. Never raises.
    """
    address = _parse(address)
    if address is None or not address.is_global or address.is_multicast:
        return UNKNOWN
    table = _table or load()
    return named(table.find(address)) if table else UNKNOWN


def load() -> Table | None:
    """Read the table now rather than at the first question; once for all threads. None, and a warning, without one."""
    global _table
    with _loading:
        if _table is None:
            try:
                _table = read_table()
            except (OSError, EOFError, ValueError) as error:
                _log.warning("Regions are unknown: %s", error)
        return _table


def _parse(address: object) -> IPv4Address | IPv6Address | None:
    if isinstance(address, str):
        if len(address) > _LONGEST:
            return None
        try:
            address = ip_address(address.strip())
        except ValueError:
            return None
    if isinstance(address, IPv6Address):
        return address.ipv4_mapped or address
    return address if isinstance(address, IPv4Address) else None


def _version() -> str:
    try:
        return read_version()
    except (OSError, EOFError, ValueError):
        return ""


# Data date and format of the table, kept with each reply beside its label; "" when there is no table.
TABLE_VERSION = _version()
