"""Which addresses a stranger may have read: the public internet's, never this machine's own network's."""

import ipaddress
import socket
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
# The web's two and their usual stand-ins. On the others answer mail, databases and shells, to which the lines
# of a request can be commands.
PORTS = frozenset({80, 443, 8080, 8443})

_PRIVATE = (
    "The address leads into a private network, not to the public web: "
    "name a page that everybody can open, or add its text as a file."
)
_PORT = "The address names port {}, where no news site is: leave the number out, or add the page as a file."
# What is not for strangers and `ipaddress` takes for global, as of Python 3.11.7: later ones know some of it.
_NOT_PUBLIC = [
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32",  # Azure answers its machines there, with their secrets, and nobody else
        "192.0.0.0/24",  # IETF protocol assignments; Oracle's cloud answers its machines at .192
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.175.48.0/24",  # AS112
        "2001::/23",  # Teredo, which carries any IPv4 address inside, ORCHID, AMT, AS112
        "2002::/16",  # 6to4, which does too
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
        "fec0::/10",  # what site-local addresses were
    )
]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Names that are kept for networks of one's own: by RFC 6761, 6762, 7686, 8375, and by ICANN in 2024.
_OWN_NAMES = ("localhost", "local", "internal", "home.arpa", "onion")


class AddressRefused(Exception):
    """An address is not one that a stranger may have read; the message is a sentence."""


def is_public(ip: IP) -> bool:
    """Tell whether an IP address is one of the public internet; of one that carries another, that decides."""
    if isinstance(ip, ipaddress.IPv6Address):
        carried = ip.ipv4_mapped
        if ip in _NAT64:
            carried = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if carried is not None:
            return is_public(carried)
    kept = ip.is_multicast or ip.is_reserved or any(ip in network for network in _NOT_PUBLIC)
    return ip.is_global and not kept


def is_public_name(host: str) -> bool:
    """Tell whether a host's name is not one of those that only private networks have."""
    labels = f".{host.rstrip('.').lower()}"
    return not any(labels.endswith(f".{own}") for own in _OWN_NAMES)


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
        ports: the ports that may; every one where None.
        names: tells whether a host may be looked up at all.
    """

    resolve: Resolve = resolve
    allows: Callable[[IP], bool] = is_public
    ports: Container[int] | None = PORTS
    names: Callable[[str], bool] = is_public_name

    def checked(self, host: str, port: int) -> list[str]:
        """Return the IP addresses to connect to for a host, best first.

        Raises:
            AddressRefused: the port, or even one of the IP addresses, is not allowed.
            OSError: the name is unknown.
        """
        if self.ports is not None and port not in self.ports:
            raise AddressRefused(_PORT.format(port))
        if not self.names(host):
            raise AddressRefused(_PRIVATE)
        found = list(self.resolve(host, port))
        if not all(self.allows(ipaddress.ip_address(one)) for one in found):
            raise AddressRefused(_PRIVATE)
        return found


EVERYWHERE = Guard(allows=lambda _: True, ports=None, names=lambda _: True)
