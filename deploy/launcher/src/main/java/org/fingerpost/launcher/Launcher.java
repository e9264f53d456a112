package org.fingerpost.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Programs;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.rehearsal.Rehearsal;
import picocli.CommandLine;

/**
 * Started by the scripts in {@code deploy}: {@code launcher
 * up|down|status|demo|rehearse|backup|restore [options]}.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv()));
    }

    static int run(String[] arguments, Map<String, String> environment) {
        String word = arguments.length == 0 ? "" : arguments[0];
        Console console = new Console(System.out, System.err);
        Object command =
                switch (word) {
                    case "up" -> new UpCommand(deployment(environment, console), console);
                    case "down" -> new DownCommand(deployment(environment, console), console);
                    case "demo" -> new DemoCommand(deployment(environment, console), console);
                    case "rehearse" ->
                            new RehearseCommand(rehearsal(environment, console), console);
                    case "backup" -> new BackupCommand(deployment(environment, console), console);
                    case "restore" -> new RestoreCommand(deployment(environment, console), console);
                    case "status" -> new StatusCommand(deployment(environment, console), console);
                    default ->
                            throw new IllegalArgumentException(
                                    "up, down, status, demo, rehearse, backup or restore, not \""
                                            + word
                                            + "\"");
                };
        CommandLine line = new CommandLine(command);
        line.setExecutionExceptionHandler((trouble, at, parsed) -> console.complain(trouble));
        line.setParameterExceptionHandler((wrong, given) -> {
            console.error(wrong.getMessage() + "\nSee deploy/" + word + " --help.");
            return CommandLine.ExitCode.USAGE;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static Deployment deployment(Map<String, String> environment, Console console) {
        return Deployment.in(home(environment), environment, Programs.ofSourceTree(), console::say);
    }

    private static Rehearsal rehearsal(Map<String, String> environment, Console console) {
        return Rehearsal.of(home(environment), environment, Programs.ofSourceTree(), console::say);
    }

    private static Path home(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("FINGERPOST_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseThrow(
                        () -> new LaunchFailure("FINGERPOST_HOME is not set; deploy/up does so."));
    }
}
