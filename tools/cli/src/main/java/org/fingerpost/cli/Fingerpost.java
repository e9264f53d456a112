package org.fingerpost.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fingerpost.cli.archive.ArchiveCommand;
import org.fingerpost.cli.batch.BatchCommand;
import org.fingerpost.cli.cfg.CfgCommand;
import org.fingerpost.cli.dhcp.DhcpCommand;
import org.fingerpost.cli.plan.ApplyCommand;
import org.fingerpost.cli.plan.PlanCommand;
import org.fingerpost.cli.pvalue.PvalueCommand;
import org.fingerpost.cli.storm.StormCommand;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.cli.template.TemplateCommand;
import org.fingerpost.cli.xml.XmlCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line's front door. Exit codes: 0 good; 1 what was given is not, or a phone would not
 * be; 2 wrong usage, but of {@code plan}, whose 2 has a meaning of its own; 70 our own fault.
 */
@Command(
        name = "fingerpost",
        description = "Tools for those who run Fingerpost, and for those who write it.",
        mixinStandardHelpOptions = true,
        version = "fingerpost 1.0.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Files are read from standard input and written to standard output unless they are"
                    + " named.",
            "",
            "Try:",
            "  printf 'P47=sip.example.net\\n' | fingerpost cfg encode --mac 000b82123456 \\",
            "    | fingerpost cfg inspect",
            "  fingerpost phone --help",
        })
public final class Fingerpost implements Runnable {
    private static final String HELP = "help";
    private static final int REFUSED = 1;
    private static final int OUR_FAULT = 70;

    /** An option and what stands behind its sign: of a mistyped --password that is a secret. */
    private static final Pattern OPTION_WITH_VALUE = Pattern.compile("(?s)'(-[^'=]*)=.*");

    /** In the order of a day's work; read only as far as needed, since each takes its time. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = utf8(System.err);
        var streams = new Streams(System.in, out, err);
        System.exit(
                commandLine(streams, arguments)
                        .setOut(utf8(System.out))
                        .setErr(err)
                        .execute(arguments));
    }

    /** Knows the command that the arguments name, or all if they name none. */
    static CommandLine commandLine(Streams streams, String... arguments) {
        var line = new CommandLine(new Fingerpost(), new CommandFactory(streams));
        String first = arguments.length == 0 ? "" : arguments[0];
        COMMANDS.forEach((name, command) -> {
            if (name.equals(first) || !COMMANDS.containsKey(first) || first.equals(HELP)) {
                line.addSubcommand(command);
            }
        });
        return line.setExecutionExceptionHandler((e, command, _) -> say(e, command))
                .setParameterExceptionHandler((e, _) -> sayUsage(e));
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("cfg", CfgCommand.class);
        commands.put("xml", XmlCommand.class);
        commands.put("template", TemplateCommand.class);
        commands.put("pvalue", PvalueCommand.class);
        commands.put("batch", BatchCommand.class);
        commands.put("plan", PlanCommand.class);
        commands.put("apply", ApplyCommand.class);
        commands.put("archive", ArchiveCommand.class);
        commands.put("dhcp", DhcpCommand.class);
        commands.put("phone", PhoneCommand.class);
        commands.put("storm", StormCommand.class);
        commands.put("events", EventsCommand.class);
        commands.put(HELP, HelpCommand.class);
        return commands;
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
        command.getErr().println(name + ": " + sentence(e));
        command.getErr().println("See " + name + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** What is no command is said to be none, with those that were perhaps meant. */
    private static String sentence(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || e.getCommandLine().getSubcommands().isEmpty()) {
            return OPTION_WITH_VALUE.matcher(e.getMessage()).replaceFirst("'$1'");
        }
        String first = unmatched.getUnmatched().getFirst();
        if (first.startsWith("-")) {
            return "options stand behind the command, not before it: " + first.split("=", 2)[0];
        }
        List<String> meant = oneFloorDown(first);
        meant = meant.isEmpty() ? unmatched.getSuggestions() : meant;
        return "there is no \""
                + first
                + "\" here"
                + (meant.isEmpty() ? "" : "; is it " + String.join(" or ", meant) + "?");
    }

    /** Whoever writes encode means cfg encode. */
    private static List<String> oneFloorDown(String word) {
        var silence = new PrintWriter(OutputStream.nullOutputStream());
        var nothing =
                new Streams(
                        InputStream.nullInputStream(), OutputStream.nullOutputStream(), silence);
        return commandLine(nothing).getSubcommands().entrySet().stream()
                .filter(command -> command.getValue().getSubcommands().containsKey(word))
                .map(command -> command.getKey() + " " + word)
                .toList();
    }

    private static int say(Exception e, CommandLine command) {
        if (e instanceof Complaint) {
            var name = command.getCommandSpec().qualifiedName();
            command.getErr().println(name + ": " + e.getMessage());
            return REFUSED;
        }
        command.getErr().println("fingerpost: failed by its own fault: " + e);
        return OUR_FAULT;
    }
}
