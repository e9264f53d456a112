package org.fingerpost.redirect.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses are outside. Everything in IANA's registries of special addresses is inside, and
 * so is all of IPv6 that is not global unicast; the operator's blocks are exempt.
 *
 * <p>An IPv4 address in IPv6's clothes is judged as what it is: Java undresses the mapped form
 * {@code ::ffff:0:0/96} by itself, NAT64's {@code 64:ff9b::/96} is undressed here.
 */
final class AddressRule {
    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Map<Cidr, String> INSIDE = new LinkedHashMap<>();

    static {
        inside("unspecified", "0.0.0.0/8", "::/128");
        inside("loopback", "127.0.0.0/8", "::1/128");
        inside("private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
        inside("shared by a carrier's NAT", "100.64.0.0/10");
        inside("link-local, where clouds keep their metadata", "169.254.0.0/16", "fe80::/10");
        inside("site-local", "fec0::/10");
        // Two clouds keep a metadata or agent server at an address that looks public.
        inside("a cloud's own server", "168.63.129.16/32", "192.0.0.192/32");
        inside("kept for protocols", "192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16");
        inside("kept for tests", "198.18.0.0/15");
        inside("kept for examples", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");
        inside("kept for examples", "2001:db8::/32", "3fff::/20");
        inside("multicast", "224.0.0.0/4", "ff00::/8");
        inside("kept or broadcast", "240.0.0.0/4");
    }

    private final List<Cidr> allowed;

    AddressRule(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Why the address may not be spoken to, in a few words; empty if it may. */
    Optional<String> refusal(InetAddress address) {
        InetAddress meant = undressed(address);
        if (allowed.stream().anyMatch(block -> block.contains(address) || block.contains(meant))) {
            return Optional.empty();
        }
        return INSIDE.entrySet().stream()
                .filter(block -> block.getKey().contains(meant))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> isGlobal(meant) ? Optional.empty() : Optional.of("not global unicast"));
    }

    private static boolean isGlobal(InetAddress address) {
        return address.getAddress().length == 4 || GLOBAL_UNICAST.contains(address);
    }

    private static InetAddress undressed(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return NAT64.contains(address)
                    ? InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16))
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private static void inside(String what, String... blocks) {
        for (String block : blocks) {
            INSIDE.put(Cidr.parse(block), what);
        }
    }
}
