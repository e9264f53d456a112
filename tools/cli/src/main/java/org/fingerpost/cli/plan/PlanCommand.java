package org.fingerpost.cli.plan;

import java.util.List;
import java.util.concurrent.Callable;
import org.fingerpost.cli.plan.steps.Plan;
import org.fingerpost.cli.plan.steps.Planner;
import org.fingerpost.cli.plan.steps.Remark;
import org.fingerpost.cli.service.RefusedException;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeOnInvalidInput = 1,
        header = "Show what a folder of YAML would change, and for how many phones.",
        description = {
            "",
            "Reads groups, sheets and devices from a folder, compares them with what the config"
                + " service has, and says for each what would change, for how many phones, and what"
                + " is in the way. Changes nothing. Secrets are compared by the service and not"
                + " shown.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is nothing to do",
            "1:something is wrong: the folder, the service, a step that would be refused",
            "2:there is something to do"
        },
        footer = {
            "",
            "Example:",
            "  fingerpost plan --config https://config.example.net --api-key-file key phones/",
            "",
            "docs/plan-and-apply.md says what stands in the folder."
        })
public final class PlanCommand implements Callable<Integer> {
    private static final int TO_DO = 2;

    private final Streams streams;

    @Mixin private PlanOptions options = new PlanOptions();

    PlanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            Plan plan =
                    Planner.plan(options.service().service(), options.folder(), options.prune());
            List<Remark> unmeant = plan.cutOffsBut(options.acknowledged());
            streams.print(
                    options.json()
                            ? new PlanJson(plan, unmeant).text()
                            : new PlanText(plan, unmeant).text());
            if (!plan.obstacles().isEmpty()) {
                return 1;
            }
            return plan.changes().isEmpty() ? 0 : TO_DO;
        } catch (RefusedException refused) {
            throw new Complaint(refused.getMessage(), refused);
        }
    }
}
