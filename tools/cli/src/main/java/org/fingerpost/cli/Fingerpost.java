package org.fingerpost.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line's front door. Exit codes: 0 good, 1 the phone would not be, 2 wrong usage, 70
 * our own fault.
 */
@Command(
        name = "fingerpost",
        description = "Tools for those who run Fingerpost, and for those who write it.",
        mixinStandardHelpOptions = true,
        version = "fingerpost 1.0.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PhoneCommand.class, EventsCommand.class},
        footer = {
            "",
            "Try:",
            "  fingerpost phone --help",
            "  fingerpost events --help",
        })
public final class Fingerpost implements Runnable {
    private static final int OUR_FAULT = 70;

    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(
                commandLine().setOut(utf8(System.out)).setErr(utf8(System.err)).execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Fingerpost())
                .setExecutionExceptionHandler((e, command, _) -> {
                    say(command.getErr(), e);
                    return OUR_FAULT;
                })
                .setParameterExceptionHandler((e, _) -> sayUsage(e));
    }

    /** JSON is UTF-8 whatever the terminal's locale says. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** One sentence and where to read on; the whole help would push the sentence off the screen. */
    private static int sayUsage(ParameterException e) {
        var command = e.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + e.getMessage());
        command.getErr().println("See " + name + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static void say(PrintWriter err, Exception e) {
        err.println("fingerpost: failed by its own fault: " + e);
    }
}
