package org.fingerpost.redirect.egress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Says where the way out leads. Whoever goes must go to the addresses in the answer. */
@ApplicationScoped
public class Egress {
    private final AddressRule rule;
    private final List<PortRange> ports;
    private final Resolver resolver;

    @Inject
    Egress(EgressConfig config, Resolver resolver) {
        this(config.allow().orElse(List.of()), config.ports(), resolver);
    }

    /**
     * @param allow blocks that may be spoken to although they are inside
     */
    public Egress(List<Cidr> allow, List<PortRange> ports, Resolver resolver) {
        this.rule = new AddressRule(allow);
        this.ports = List.copyOf(ports);
        this.resolver = resolver;
    }

    /**
     * Resolves the host, which takes up to five seconds. One address that is inside closes the
     * whole host: a name that leads both ways is a mistake or an attack.
     *
     * @param host a name or an address; IPv6 with or without brackets
     */
    public Destination check(String host, int port) {
        if (ports.stream().noneMatch(range -> range.contains(port))) {
            return new Destination.Closed(
                    "port " + port + " is not among those that this service speaks to");
        }
        List<InetAddress> addresses;
        try {
            addresses = resolver.resolve(bare(host));
        } catch (UnknownHostException e) {
            return new Destination.Unknown(host + " has no address that this service can find");
        }
        return addresses.stream()
                .flatMap(address -> refusal(host, address).stream())
                .findFirst()
                .<Destination>map(Destination.Closed::new)
                .orElseGet(() -> new Destination.Open(bare(host), port, addresses));
    }

    private Optional<String> refusal(String host, InetAddress address) {
        return rule.refusal(address)
                .map(why -> host + " leads to an address that is not public: it is " + why);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
