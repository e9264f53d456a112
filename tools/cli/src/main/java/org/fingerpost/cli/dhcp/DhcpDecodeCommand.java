package org.fingerpost.cli.dhcp;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Say what a captured DISCOVER tells of its phone.",
        description = {
            "",
            "Reads the first DHCP message in a capture: a file of tcpdump, a frame, the message"
                    + " alone, or any of them as hex digits.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is printed",
            "1:there is no DHCP message",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  tcpdump -i eth0 -c 1 -w - udp dst port 67 | fingerpost dhcp decode",
            "  fingerpost dhcp decode discover.hex"
        })
final class DhcpDecodeCommand implements Callable<Integer> {
    private static final List<Integer> SERVERS = List.of(43, 66, 150, 160);

    private final Streams streams;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "The capture; default is standard input.")
    private String input = Streams.STANDARD;

    DhcpDecodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Discover discover;
        try {
            discover = Discover.read(unhexed(streams.read(input)));
        } catch (IllegalArgumentException e) {
            throw new Complaint(Streams.name(input) + ": " + e.getMessage(), e);
        }
        List<String> models = discover.models();
        String asked =
                discover.asked().stream()
                        .filter(SERVERS::contains)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "));
        String text =
                """
                mac           %s
                vendor class  %s
                host name     %s
                model         %s
                asks for      %s
                """
                        .formatted(
                                discover.mac(),
                                discover.vendorClass().orElse("-"),
                                discover.text(12).orElse("-"),
                                models.isEmpty() ? "-" : String.join(" or ", models),
                                asked.isEmpty() ? "no server" : asked);
        streams.write(Streams.STANDARD, text);
        return 0;
    }

    /** Hex digits, as people copy them, or the bytes themselves. */
    private static byte[] unhexed(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1).replaceAll("[\\s:]+", "");
        return text.matches("(?:[0-9A-Fa-f]{2})+") ? HexFormat.of().parseHex(text) : file;
    }
}
