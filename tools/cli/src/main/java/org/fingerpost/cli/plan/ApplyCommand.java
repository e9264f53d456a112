package org.fingerpost.cli.plan;

import java.io.Console;
import java.util.List;
import java.util.concurrent.Callable;
import org.fingerpost.cli.plan.steps.Plan;
import org.fingerpost.cli.plan.steps.Planner;
import org.fingerpost.cli.plan.steps.Remark;
import org.fingerpost.cli.service.ConfigService;
import org.fingerpost.cli.service.RefusedException;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Do what plan shows.",
        description = {
            "",
            "Shows the plan and asks; then makes groups, publishes sheets and puts devices, in an"
                + " order in which each step can stand on those before it. Stops at the first that"
                + " is refused, and says what has been done. Done twice it is done once.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or there was nothing to do",
            "1:refused, by the service or by you; or something is wrong with the folder",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost apply --config https://config.example.net \\",
            "    --api-key-file key phones/",
            "  fingerpost apply --yes --acknowledge P237 --config URL \\",
            "    --api-key-file key phones/"
        })
public final class ApplyCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private PlanOptions options = new PlanOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    ApplyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ConfigService service = options.service().service();
        Plan plan = plan(service);
        List<Remark> unmeant = plan.cutOffsBut(options.acknowledged());
        streams.print(
                options.json()
                        ? new PlanJson(plan, unmeant).text()
                        : new PlanText(plan, unmeant).text());
        if (plan.changes().isEmpty() && plan.obstacles().isEmpty()) {
            return 0;
        }
        if (!plan.obstacles().isEmpty() || !unmeant.isEmpty()) {
            throw new Complaint("nothing is done, since not all of it could be");
        }
        if (!yes && !agreed()) {
            throw new Complaint("nothing is done");
        }
        new Execution(service, options.acknowledged(), this::tell).of(plan);
        return 0;
    }

    private Plan plan(ConfigService service) {
        try {
            return Planner.plan(service, options.folder(), options.prune());
        } catch (RefusedException refused) {
            throw new Complaint(refused.getMessage(), refused);
        }
    }

    /** With --json standard output is the plan's alone. */
    private void tell(String thing) {
        if (!options.json()) {
            streams.print("done: " + thing + "\n");
        }
    }

    private static boolean agreed() {
        Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            throw new Complaint("nobody is there to be asked: --yes does it all the same");
        }
        return "yes".equals(terminal.readLine("Do this? Only yes is yes: "));
    }
}
