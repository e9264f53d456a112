package org.fingerpost.cli.xml;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Provisioning XML, {@code cfg{mac}.xml} and its generic forms. */
@Command(
        name = "xml",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Write, read, seal and open provisioning XML, cfg{mac}.xml.",
        subcommands = {
            XmlWriteCommand.class,
            XmlReadCommand.class,
            XmlSealCommand.class,
            XmlOpenCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost xml write --mac 000b82123456 -o cfg000b82123456.xml settings.txt",
            "  fingerpost xml read cfg.xml",
            "  fingerpost xml write settings.txt \\",
            "    | fingerpost xml seal --password-file key > sealed"
        })
public final class XmlCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "write, read, seal or open?");
    }
}
