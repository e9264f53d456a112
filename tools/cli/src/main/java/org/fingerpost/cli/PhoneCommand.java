package org.fingerpost.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fingerpost.cli.claim.ProvisioningCentre;
import org.fingerpost.cli.claim.SecondPhase;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.lan.LanException;
import org.fingerpost.cli.lan.Start;
import org.fingerpost.cli.lan.StartOptions;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.models.RequestOrder;
import org.fingerpost.cli.phone.VirtualPhone;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.strict.Finding;
import org.fingerpost.cli.strict.StrictChecks;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "phone",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Play a factory-new phone.",
        description = {
            "",
            "Plays a factory-new phone: asks the redirect door, or whom the LAN names, goes where"
                + " it is sent, by HTTP or TFTP, takes its configuration and firmware, and says at"
                + " each step what a real phone would make of it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the phone is configured, and has whatever firmware there was",
            "1:a real phone would be left without, or --strict found something",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost phone --mac 000b82123456 --model GXP2160 \\",
            "      --redirect http://127.0.0.1:8081/gs",
            "  fingerpost phone --mac 00:0b:82:12:34:56 --model HT801V2 --strict \\",
            "      --redirect https://127.0.0.1:8441/gs --ca ca.pem",
            "  fingerpost phone --mac 000b82123456 --model HT502 --dhcp 192.0.2.255",
            "  fingerpost phone --mac 000b82123456 --model GRP2601P --plug-and-play",
            "  fingerpost phone --mac 000b82123456 --model GXP1405 --json \\",
            "      --redirect http://127.0.0.1:8081/gs --start-with P1359=xml-password",
            "  fingerpost phone --mac 000b82123456 --model GXP2160 \\",
            "      --redirect http://127.0.0.1:8081/gs --claim http://127.0.0.1:8082 \\",
            "      --pin 27182818 --api-key-file provider.key",
            "",
            "Passwords and tokens are shown masked unless --show-secrets is given.",
        })
final class PhoneCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--mac",
            required = true,
            paramLabel = "MAC",
            description = "The phone's address, with or without separators.")
    private String mac;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "As the phone announces itself: GXP2160, GRP2614, HT801V2 …")
    private String model;

    @ArgGroup(multiplicity = "1")
    private StartOptions start;

    @Option(
            names = "--firmware-version",
            paramLabel = "VERSION",
            defaultValue = "1.0.11.39",
            description = "The firmware it says it runs (default ${DEFAULT-VALUE}).")
    private String version;

    @Option(
            names = "--firmware-file",
            paramLabel = "NAME",
            description = "The firmware's basic name, if it is not the model's (gxp2160fw.bin).")
    private String firmwareFile = "";

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description =
                    "In which order it asks: figure-1, xml-first, with-model, xml-first-with-model,"
                            + " text-first. Default: as its family does.")
    private String order = "";

    @Option(
            names = "--start-with",
            paramLabel = "P=VALUE",
            description = "A P-value the phone already has, such as P1359=…; may be repeated.")
    private Map<String, String> startWith = Map.of();

    @Option(names = "--http10", description = "Speak HTTP/1.0, as the oldest phones do.")
    private boolean http10;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Patience with a silent server (default ${DEFAULT-VALUE}).")
    private int timeout;

    /** Null unless one of its options is given. */
    @ArgGroup(exclusive = false)
    private ClaimOptions claim;

    @ArgGroup private TrustOptions trust = new TrustOptions();

    @Option(names = "--strict", description = "Fail on anything that would bite other phones, too.")
    private boolean strict;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Option(names = "--show-secrets", description = "Show passwords and tokens as they are.")
    private boolean showSecrets;

    @Override
    public Integer call() {
        var known = known();
        var phone = phone();
        var client = client();
        var centre = centre(client);
        var start = start(phone, known);
        var out = spec.commandLine().getOut();
        var shown = new Shown(showSecrets);
        var printed = new WalkText(out, shown);
        var walker = new VirtualPhone(phone, client, step -> watch(printed, step));
        if (!json) {
            printed.begin(phone, start);
        }
        var first =
                strict
                        ? walker.firstBootWithProbes(start.address(), known)
                        : walker.firstBoot(start.address(), known);
        var walk = centre.map(called -> claimed(first, called, printed)).orElse(first);
        var findings = strict ? StrictChecks.over(walk) : List.<Finding>of();
        if (json) {
            out.println(new WalkJson(shown).of(start, walk, findings));
        } else {
            printed.end(walk, findings, strict);
        }
        out.flush();
        return walk.succeeded() && findings.isEmpty() ? 0 : 1;
    }

    /** The second phase; it may ask more than once, and what is shown is how it ends. */
    private Walk claimed(Walk first, ProvisioningCentre centre, WalkText printed) {
        var quiet = new VirtualPhone(first.phone(), client());
        var done = new SecondPhase(quiet, centre, Duration.ofSeconds(timeout)).after(first);
        if (!json && first.configured()) {
            printed.said(done.said());
        }
        done.again().forEach(step -> watch(printed, step));
        return done.walk();
    }

    private Optional<ProvisioningCentre> centre(PhoneClient client) {
        try {
            return Optional.ofNullable(claim).map(options -> options.centre(client));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private void watch(WalkText printed, Step step) {
        if (!json) {
            printed.step(step);
        }
    }

    private Start start(Phone phone, Map<String, String> known) {
        try {
            return start.find(phone, known, Duration.ofSeconds(timeout));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        } catch (LanException e) {
            throw new Complaint(e.getMessage(), e);
        }
    }

    private Phone phone() {
        try {
            var phone = Phone.of(new Mac(mac), model, version);
            phone = order.isEmpty() ? phone : phone.asking(requestOrder());
            return firmwareFile.isEmpty() ? phone : phone.fetchingFirmware(firmwareFile);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private RequestOrder requestOrder() {
        return RequestOrder.of(order)
                .orElseThrow(() -> usage("--order: there is no order '" + order + "'"));
    }

    private Map<String, String> known() {
        for (var name : startWith.keySet()) {
            if (!name.matches("P[0-9]{1,6}")) {
                throw usage("--start-with wants P-values, as in P1359=password; a name was none");
            }
        }
        return new LinkedHashMap<>(startWith);
    }

    private PhoneClient client() {
        if (timeout < 1 || timeout > 3600) {
            throw usage("--timeout is from 1 to 3600 seconds");
        }
        try {
            return new PhoneClient(trust.trusted(), Duration.ofSeconds(timeout), http10);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
