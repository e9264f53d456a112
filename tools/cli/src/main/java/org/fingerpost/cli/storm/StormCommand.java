package org.fingerpost.cli.storm;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.fingerpost.cli.storm.arrivals.Arrivals;
import org.fingerpost.cli.storm.fleet.Site;
import org.fingerpost.cli.storm.load.Load;
import org.fingerpost.cli.storm.simulation.Simulation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "storm",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Let very many phones have their first day at once.",
        description = {
            "",
            "Registers a fleet of its own, plays each phone's first day over HTTP (redirect,"
                + " configuration, firmware), and takes the fleet away again, also when it is"
                + " interrupted. Phones keep a connection as long as they are at one server, come"
                + " back when they are told to, and have an address each in 127.0.0.0/8 where the"
                + " services are on this machine. With --simulate no service is asked.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every phone has all it needs, and nothing is left behind",
            "1:phones failed, or a service refused",
            "2:the command was not understood"
        },
        footer = {
            "",
            "The last line of --json: arrivals, answered, failed (phones); p50, p99 (milliseconds"
                    + " until an answer); drain (seconds from the last arrival to the last phone).",
            "",
            "Examples:",
            "  fingerpost storm --phones 20000 --over 60s --redirect http://127.0.0.1:8081 \\",
            "      --config http://127.0.0.1:8082 --firmware http://127.0.0.1:8083 \\",
            "      --operator-key-file deploy/.state/operator.key",
            "  fingerpost storm --simulate --phones 1000000 --over 60s --arrivals power-cut \\",
            "      --cores 4,6,5 --costs 150us,250us,200us --json",
            "",
            "One storm at a time: a new one takes away what an old one has left.",
        })
public final class StormCommand implements Callable<Integer> {
    /** As many as one OUI has, less what a range cannot name. */
    private static final int MOST_PHONES = 0xff_ffff;

    private static final int MOST_SOCKETS = 60_000;

    @Spec private CommandSpec spec;

    @Option(
            names = "--phones",
            required = true,
            paramLabel = "N",
            description = "How many phones, up to 16,777,215.")
    private int phones;

    @Option(
            names = "--over",
            required = true,
            paramLabel = "TIME",
            converter = Spans.class,
            description = "In which time they all arrive: 60s, 5m.")
    private Duration over = Duration.ZERO;

    @Option(
            names = "--arrivals",
            paramLabel = "HOW",
            defaultValue = "even",
            description = "even, or power-cut: a bell (${DEFAULT-VALUE}).")
    private String arrivals = "";

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = Spans.class,
            description = "How long a phone goes on coming back (${DEFAULT-VALUE}).")
    private Duration patience = Duration.ZERO;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, other moments of arrival (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--sockets",
            paramLabel = "N",
            defaultValue = "8000",
            description = "Connections at one time, at the most (${DEFAULT-VALUE}).")
    private int sockets;

    @ArgGroup(exclusive = false, heading = "%nThe installation:%n", validate = false)
    private SiteOptions site = new SiteOptions();

    @Option(names = "--simulate", description = "Ask no service; play it in a model of one.")
    private boolean simulate;

    @ArgGroup(exclusive = false, heading = "%nThe model, with --simulate:%n", validate = false)
    private ModelOptions model = new ModelOptions();

    @Option(names = "--json", description = "JSON lines on standard output, the sum at last.")
    private boolean json;

    @Override
    public Integer call() {
        Outcome outcome;
        try {
            outcome = outcome();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
        List<String> lines = json ? outcome.json() : outcome.text();
        lines.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return outcome.failed() == 0 && outcome.answered() == phones ? 0 : 1;
    }

    private Outcome outcome() {
        check(phones >= 1 && phones <= MOST_PHONES, "--phones is from 1 to " + MOST_PHONES);
        check(sockets >= 1 && sockets <= MOST_SOCKETS, "--sockets is from 1 to " + MOST_SOCKETS);
        check(over.compareTo(Duration.ofDays(1)) <= 0, "--over is a day at most");
        Arrivals how =
                switch (arrivals) {
                    case "even" -> Arrivals.EVEN;
                    case "power-cut" -> Arrivals.POWER_CUT;
                    default ->
                            throw new IllegalArgumentException("--arrivals is even or power-cut");
                };
        check(!simulate || !site.areGiven(), "--simulate asks no service: name none");
        if (simulate) {
            Simulation simulation =
                    new Simulation(
                            model.doors(), new Simulation.Manners(model.retryAfter(), patience));
            return Outcome.of(simulation.of(how.of(phones, over, seed), seed));
        }
        Site named = site.site();
        return new Storm(named, this::say)
                .play(
                        how.of(phones, over, seed),
                        seed,
                        new Load.Terms(sockets, patience, tls(named)));
    }

    private static void check(boolean good, String sentence) {
        if (!good) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private Optional<SslContext> tls(Site named) {
        if (!named.isSecure()) {
            return Optional.empty();
        }
        try {
            SslContextBuilder builder = SslContextBuilder.forClient();
            site.authorities().ifPresent(file -> builder.trustManager(file.toFile()));
            return Optional.of(builder.build());
        } catch (SSLException e) {
            throw new IllegalArgumentException("--ca: " + e.getMessage(), e);
        }
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("storm: " + sentence);
    }
}
