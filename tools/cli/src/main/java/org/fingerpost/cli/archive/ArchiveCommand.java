package org.fingerpost.cli.archive;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Archives. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Everything that a provider owns, in one file sealed under a passphrase.",
        subcommands = {
            ArchiveExportCommand.class,
            ArchiveImportCommand.class,
            ArchiveListCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost archive export --config URL --api-key-file key -o acme.archive",
            "  fingerpost archive list acme.archive",
            "  fingerpost archive import --config URL --api-key-file other-key acme.archive"
        })
public final class ArchiveCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "export, import or list?");
    }
}
