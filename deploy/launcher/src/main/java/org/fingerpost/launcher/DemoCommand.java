package org.fingerpost.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fingerpost.launcher.demo.FirstDay;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Standing;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.settings.PartName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a phone's first day on a running deployment, for somebody who wants to see it once. */
@Command(name = "deploy/demo")
final class DemoCommand implements Callable<Integer> {
    private final Deployment deployment;
    private final Console console;

    /** The command line's launcher; deploy/demo knows where it lies. */
    @Option(names = "--cli", required = true, hidden = true)
    private Path cli;

    DemoCommand(Deployment deployment, Console console) {
        this.deployment = deployment;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!deployment.status().stream().allMatch(Standing::ready)) {
            throw new LaunchFailure(
                    "not everything is up: run deploy/up --detach first, deploy/status shows what"
                            + " is missing");
        }
        String mac = new FirstDay(deployment, console::print).prepare();

        console.print("6. the phone is unpacked and asks its way\n");
        int walked =
                fingerpost(
                        "phone",
                        "--mac",
                        mac,
                        "--model",
                        "GXP2160",
                        "--redirect",
                        deployment.url(PartName.REDIRECT) + "/gs",
                        "--strict");
        console.print("\n7. what its doors told Kafka\n");
        int seen =
                fingerpost("events", "--mac", mac, "--kafka", deployment.kafkaBootstrapServers());
        return walked == 0 ? seen : walked;
    }

    private int fingerpost(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(cli.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
