package org.fingerpost.formats.dhcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The DHCP servers whose words are known. */
public enum DhcpServer {
    KEA("//"),
    DHCPD("#"),
    DNSMASQ("#"),
    MIKROTIK("#"),
    CISCO("!"),
    WINDOWS("#");

    private static final String NETWORK = "192.0.2.0";
    private static final List<String> WHAT_WINS =
            List.of(
                    "What wins: while P145 is 1, as it is out of the carton, a phone goes where",
                    "option 66 says at each start, whatever its P237 says. Where P145 is 0 in its",
                    "file, it stays with P237 and never looks here again, until a factory reset.");

    private final String comment;

    DhcpServer(String comment) {
        this.comment = comment;
    }

    /** By the word that people write: {@code kea}, {@code dhcpd} … */
    public static Optional<DhcpServer> find(String name) {
        return Stream.of(values()).filter(server -> server.word().equals(name)).findFirst();
    }

    public static String words() {
        return Stream.of(values()).map(DhcpServer::word).collect(Collectors.joining(", "));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Lines with their comments, each with a line end. */
    public String snippet(Option66 server, Option43 vendor) {
        List<String> lines = new ArrayList<>();
        WHAT_WINS.forEach(line -> lines.add(comment + " " + line));
        switch (this) {
            case KEA -> kea(lines, server.text(), vendor);
            case DHCPD -> {
                lines.add("option tftp-server-name \"" + server.text() + "\";");
                add(
                        lines,
                        vendor,
                        "option vendor-encapsulated-options " + vendor.hex(":", "") + ";");
            }
            case DNSMASQ -> {
                lines.add("# Forced, because not every phone asks for the option by its number.");
                lines.add("dhcp-option-force=66,\"" + server.text() + "\"");
                add(lines, vendor, "dhcp-option-force=43," + vendor.hex(":", ""));
            }
            case MIKROTIK -> mikrotik(lines, server.text(), vendor);
            case CISCO -> {
                lines.add("ip dhcp pool PHONES");
                lines.add(" option 66 ascii \"" + server.text() + "\"");
                add(lines, vendor, " option 43 hex " + vendor.hex("", ""));
            }
            case WINDOWS -> {
                lines.add("# In the place of " + NETWORK + ": your scope.");
                lines.add(windows(66, "'" + server.text() + "'"));
                add(lines, vendor, windows(43, vendor.hex(",", "0x")));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void kea(List<String> lines, String server, Option43 vendor) {
        lines.add("// Inside of Dhcp4, a subnet, a pool or a client class.");
        lines.add("\"option-data\": [");
        lines.add(
                "  { \"name\": \"tftp-server-name\", \"data\": \""
                        + server
                        + "\", \"always-send\": true }"
                        + (vendor.isEmpty() ? "" : ","));
        add(
                lines,
                vendor,
                "  { \"code\": 43, \"csv-format\": false, \"data\": \""
                        + vendor.hex("", "")
                        + "\", \"always-send\": true }");
        lines.add("]");
    }

    private static void mikrotik(List<String> lines, String server, Option43 vendor) {
        lines.add("# In the place of " + NETWORK + "/24: your network.");
        // Without the s, an address in quotes is sent as its four bytes.
        lines.add(
                "/ip dhcp-server option add name=fingerpost-66 code=66 value=\"s'"
                        + server
                        + "'\"");
        add(
                lines,
                vendor,
                "/ip dhcp-server option add name=fingerpost-43 code=43 value=0x"
                        + vendor.hex("", ""));
        lines.add(
                "/ip dhcp-server option sets add name=fingerpost options=fingerpost-66"
                        + (vendor.isEmpty() ? "" : ",fingerpost-43"));
        lines.add(
                "/ip dhcp-server network set [find address="
                        + NETWORK
                        + "/24] dhcp-option-set=fingerpost");
    }

    private static String windows(int option, String value) {
        return "Set-DhcpServerv4OptionValue -ScopeId "
                + NETWORK
                + " -OptionId "
                + option
                + " -Value "
                + value;
    }

    private static void add(List<String> lines, Option43 vendor, String line) {
        if (!vendor.isEmpty()) {
            lines.add(line);
        }
    }
}
