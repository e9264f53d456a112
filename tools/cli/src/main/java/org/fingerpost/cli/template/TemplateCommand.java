package org.fingerpost.cli.template;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Text templates. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Import, check and compare text templates.",
        subcommands = {
            TemplateImportCommand.class,
            TemplateLintCommand.class,
            TemplateDiffCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost template import vendor-template.txt -o ours.txt",
            "  fingerpost template lint --family GXP21xx ours.txt",
            "  fingerpost template diff dump-monday.txt dump-tuesday.txt"
        })
public final class TemplateCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "import, lint or diff?");
    }
}
