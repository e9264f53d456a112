package org.fingerpost.cli.dhcp;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options 66 and 43. */
@Command(
        name = "dhcp",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Write lines for a DHCP server, and read what a phone asks one.",
        subcommands = {DhcpSnippetCommand.class, DhcpDecodeCommand.class},
        footer = {
            "",
            "Examples:",
            "  fingerpost dhcp snippet --server dnsmasq --host 192.0.2.10 --family GXP21xx",
            "  fingerpost dhcp decode discover.pcap"
        })
public final class DhcpCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "snippet or decode?");
    }
}
