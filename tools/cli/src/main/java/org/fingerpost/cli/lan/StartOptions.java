package org.fingerpost.cli.lan;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.models.Phone;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a phone learns whom to ask first. */
public final class StartOptions {
    private static final Pattern PORTS = Pattern.compile("([0-9]{1,5}),([0-9]{1,5})");
    private static final Pattern PLACE =
            Pattern.compile("([A-Za-z0-9.-]{1,253})(?::([0-9]{1,5}))?");
    private static final int SIP_PORT = 5060;

    @Option(
            names = "--redirect",
            paramLabel = "URL",
            description =
                    "Where phones ask out of the carton (their factory P237): http://, https:// or"
                            + " tftp://.")
    private String redirect = "";

    @ArgGroup(exclusive = false)
    private Dhcp dhcp;

    @Option(
            names = "--plug-and-play",
            arity = "0..1",
            paramLabel = "HOST[:PORT]",
            fallbackValue = "224.0.1.75",
            description =
                    "Ask by multicast, or one HOST, as phones do while P1414 is 1, and begin where"
                            + " a NOTIFY sends it.")
    private String plugAndPlay = "";

    private static final class Dhcp {
        @Option(
                names = "--dhcp",
                required = true,
                arity = "0..1",
                paramLabel = "HOST",
                fallbackValue = "255.255.255.255",
                description =
                        "Ask for an address by broadcast, or one HOST, and begin where options 66"
                                + " and 43 send it. UDP port 68 mostly wants root.")
        private String servers = "";

        @Option(
                names = "--dhcp-ports",
                paramLabel = "SERVER,OWN",
                defaultValue = "67,68",
                description = "Other ports, for a try-out; default ${DEFAULT-VALUE}.")
        private String ports = "67,68";

        @Option(
                names = "--url-in-43",
                paramLabel = "N",
                defaultValue = "0",
                description =
                        "The sub-option of option 43 to look at if there is no option 66. Which"
                                + " one phones read is not public.")
        private int partOf43;
    }

    /**
     * Asks, if the LAN is to say it.
     *
     * @throws IllegalArgumentException with a sentence, if an option is none
     * @throws LanException if the LAN tells nothing
     */
    public Start find(Phone phone, Map<String, String> known, Duration patience) {
        if (dhcp != null) {
            return byDhcp(phone, known, patience);
        }
        if (!plugAndPlay.isEmpty()) {
            refuseIf(known, "P1414", "never asks by plug and play");
            var place = PLACE.matcher(plugAndPlay);
            refuseUnless(place.matches(), "--plug-and-play is a host, with or without a port");
            var port = place.group(2) == null ? SIP_PORT : port(place.group(2));
            var group = new InetSocketAddress(place.group(1), port);
            return new PlugAndPlay(phone, group, patience, new SecureRandom()).ask();
        }
        try {
            return new Start(Address.ofPhonesUrl(redirect), Map.of());
        } catch (BadAddressException e) {
            throw new IllegalArgumentException("--redirect " + e.getMessage(), e);
        }
    }

    private Start byDhcp(Phone phone, Map<String, String> known, Duration patience) {
        refuseIf(known, "P145", "never looks at what DHCP says");
        var ports = PORTS.matcher(dhcp.ports);
        refuseUnless(
                ports.matches() && PLACE.matcher(dhcp.servers).matches(),
                "--dhcp is a host, --dhcp-ports two numbers such as 67,68");
        var servers = new InetSocketAddress(dhcp.servers, port(ports.group(1)));
        var own = port(ports.group(2));
        var agreed = new DhcpClient(phone, servers, own, patience, new SecureRandom()).ask();
        return new DhcpStart(phone, known, dhcp.partOf43).of(agreed);
    }

    private static int port(String digits) {
        var port = Integer.parseInt(digits);
        refuseUnless(port <= 65_535, "a port is a number up to 65535");
        return port;
    }

    private static void refuseIf(Map<String, String> known, String name, String otherwise) {
        refuseUnless(!"0".equals(known.get(name)), "a phone with " + name + " = 0 " + otherwise);
    }

    private static void refuseUnless(boolean good, String sentence) {
        if (!good) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
