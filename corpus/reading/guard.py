"""Which addresses a stranger may have read: the public internet's, never this machine's own network's."""

import ipaddress
import socket
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
PORTS = frozenset({80, 443, 8080, 8443})

_PRIVATE = (
    "The address leads into a private network, not to the public web: "
    "name a page that everybody can open, or add its text as a file."
)
_PORT = "The address names port {}, where no news site is: leave the number out, or add the page as a file."
# IANA's special-purpose registries, written out: what `is_global` says changes with the version of Python.
_NOT_PUBLIC_4 = [
    ipaddress.IPv4Network((first, length))
    for first, length in (
        ("0.0.0.0", 8),  # nosec B104 # noqa: S104 - refused, not listened on
        ("10.0.0.0", 8),
        ("100.64.0.0", 10),
        ("127.0.0.0", 8),
        ("169.254.0.0", 16),
        ("172.16.0.0", 12),
        ("192.0.0.0", 24),
        ("192.0.2.0", 24),
        ("192.31.196.0", 24),
        ("192.52.193.0", 24),
        ("192.88.99.0", 24),
        ("192.168.0.0", 16),
        ("192.175.48.0", 24),
        ("198.18.0.0", 15),
        ("198.51.100.0", 24),
        ("203.0.113.0", 24),
        ("224.0.0.0", 4),
        ("240.0.0.0", 4),
    )
]
_ASSIGNED_6 = ipaddress.IPv6Network("2000::/3")  # all that IANA has given out for unicast on the internet
# Teredo, documentation and 6to4, which carries any IPv4 address inside.
_NOT_PUBLIC_6 = [
    ipaddress.IPv6Network((first, length))
    for first, length in (
        ("2001::", 23),
        ("2001:db8::", 32),
        ("2002::", 16),
        ("2620:4f:8000::", 48),
        ("3fff::", 20),
    )
]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class AddressRefused(Exception):
    """An address is not one that a stranger may have read; the message is a sentence."""


def is_public(ip: IP) -> bool:
    """Tell whether an IP address is one of the public internet."""
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in _NOT_PUBLIC_4)
    if ip.ipv4_mapped:
        return is_public(ip.ipv4_mapped)
    if ip in _NAT64:
        return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip in _ASSIGNED_6 and not any(ip in network for network in _NOT_PUBLIC_6)


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses that the system connects to for a name, best first.

    Raises:
        OSError: the name is unknown.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be connected to.

    Args:
        resolve: gives the IP addresses of a host; whatever its spelling, they alone are judged and used.
        allows: tells whether an IP address may be connected to.
        ports: the ports that may.
    """

    resolve: Resolve = resolve
    allows: Callable[[IP], bool] = is_public
    ports: Container[int] = PORTS

    def checked(self, host: str, port: int) -> list[str]:
        """Return the IP addresses to connect to for a host, best first.

        Raises:
            AddressRefused: the port, or even one of the IP addresses, is not allowed.
            OSError: the name is unknown.
        """
        if port not in self.ports:
            raise AddressRefused(_PORT.format(port))
        found = list(self.resolve(host, port))
        if not all(self.allows(ipaddress.ip_address(one)) for one in found):
            raise AddressRefused(_PRIVATE)
        return found
