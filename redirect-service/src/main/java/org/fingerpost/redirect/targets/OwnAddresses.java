package org.fingerpost.redirect.targets;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.redirect.routes.ServerUrl;

/**
 * The addresses of redirect doors, this one's and the vendor's. A target that leads back to one
 * would send phones in circles.
 *
 * <p>Names are compared, not looked up: a name of this host that only DNS knows is told by {@code
 * fingerpost.redirect.names}.
 */
@ApplicationScoped
class OwnAddresses {
    private static final Set<String> VENDOR = Set.of("fm.grandstream.com");

    private final Set<String> hosts;
    private final Set<Integer> ports;

    OwnAddresses(
            @ConfigProperty(name = "fingerpost.redirect.names") Optional<List<String>> names,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8081") int port,
            @ConfigProperty(name = "quarkus.http.ssl-port", defaultValue = "8441") int tlsPort) {
        this.hosts = hostsOfThisMachine();
        names.ifPresent(more ->
                more.forEach(name -> hosts.add(oneSpelling(name.toLowerCase(Locale.ROOT)))));
        this.ports = Set.of(port, tlsPort);
    }

    /**
     * @param calledAs the authority by which the caller of the API reached this service
     */
    boolean leadsBack(ServerUrl url, String calledAs) {
        String host = oneSpelling(url.host());
        if (VENDOR.contains(host)) {
            return true;
        }
        String authority = url.host() + ":" + url.realPort();
        return authority.equalsIgnoreCase(calledAs)
                || (ports.contains(url.realPort()) && isHere(host));
    }

    private boolean isHere(String host) {
        return host.startsWith("127.") || hosts.contains(host);
    }

    /**
     * A name may end in the dot of DNS's root, an IPv6 address may be written at length or be an
     * IPv4 address in disguise.
     */
    private static String oneSpelling(String host) {
        if (host.startsWith("[")) {
            return asInUrl(InetAddress.ofLiteral(host.substring(1, host.length() - 1)));
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Set<String> hostsOfThisMachine() {
        Set<String> hosts =
                new HashSet<>(
                        Set.of("localhost", "[0:0:0:0:0:0:0:1]", "0.0.0.0", "[0:0:0:0:0:0:0:0]"));
        try {
            hosts.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
        } catch (UnknownHostException e) {
            // A machine without a name has none that a target could use.
        }
        try {
            hosts.addAll(
                    NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .map(OwnAddresses::asInUrl)
                            .collect(Collectors.toSet()));
        } catch (SocketException e) {
            // Then the loopback names are all we know.
        }
        return hosts;
    }

    private static String asInUrl(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        return bare.contains(":") ? "[" + bare + "]" : bare;
    }
}
