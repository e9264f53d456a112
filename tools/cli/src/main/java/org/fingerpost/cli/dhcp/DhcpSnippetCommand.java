package org.fingerpost.cli.dhcp;

import java.util.List;
import java.util.concurrent.Callable;
import org.fingerpost.cli.pvalue.FamilyOption;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.dhcp.DhcpServer;
import org.fingerpost.formats.dhcp.Option43;
import org.fingerpost.formats.dhcp.Option66;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "snippet",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Write the lines that tell phones their server.",
        description = {
            "",
            "Option 66 holds a host, a host with a path, or a URL if the family understands one."
                    + " Option 43 is written only if --sub-option says what is in it: the vendor's"
                    + " numbers are not public, and none is claimed here.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost dhcp snippet --server dnsmasq --host 192.0.2.10",
            "  fingerpost dhcp snippet --server kea --host prov.example.net --path gs \\",
            "      --scheme https --family GXP2160",
            "  fingerpost dhcp snippet --server cisco --host 192.0.2.10 \\",
            "      --sub-option 1=http://acs.example.net"
        })
final class DhcpSnippetCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(
            names = "--server",
            required = true,
            paramLabel = "NAME",
            description = "kea, dhcpd (ISC), dnsmasq, mikrotik, cisco (IOS) or windows.")
    private String server;

    @Option(
            names = "--host",
            required = true,
            paramLabel = "HOST[:PORT]",
            description = "As phones reach it.")
    private String host;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "The folder: gs for redirect, p/PATHKEY for a provider's own.")
    private String path = "";

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            defaultValue = "tftp",
            description = "tftp (no scheme is written), http or https; default ${DEFAULT-VALUE}.")
    private String scheme;

    @Option(
            names = "--sub-option",
            paramLabel = "N=VALUE",
            description = "A part of option 43: text, or 0x and hex digits; may be repeated.")
    private List<String> subOptions = List.of();

    @Mixin private FamilyOption family;

    DhcpSnippetCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (!List.of("tftp", "http", "https").contains(scheme)) {
            throw new ParameterException(spec.commandLine(), "--scheme is tftp, http or https");
        }
        DhcpServer known =
                DhcpServer.find(server)
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "--server is one of " + DhcpServer.words()));
        try {
            Option66 option66 = Option66.of(scheme, host, path, family.family());
            if (option66.isUrl() && family.family().isEmpty()) {
                streams.warn(
                        "a URL is not understood by "
                                + String.join(" ", Option66.withoutUrls())
                                + ": they take it for a TFTP server");
            }
            if (option66.isTftpWithPort()) {
                streams.warn(
                        "phones that ask by TFTP ask at UDP port 69, whatever port stands here");
            }
            String lines = known.snippet(option66, Option43.of(subOptions));
            streams.write(Streams.STANDARD, lines);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        return 0;
    }
}
