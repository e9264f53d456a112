package org.fingerpost.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.fingerpost.cli.events.SightingsReader;
import org.fingerpost.cli.files.Mac;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Show what one phone asked and got, from Kafka.",
        description = {"", "Reads the sightings of a phone from all doors, oldest first.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the phone was seen",
            "1:no door has seen the phone, or Kafka did not answer",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost events --mac 000b82123456 --kafka 127.0.0.1:9092",
            "  fingerpost events --mac 00:0B:82:12:34:56 --kafka 127.0.0.1:9092 --json \\",
            "    | jq .status",
        })
final class EventsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--mac", required = true, paramLabel = "MAC", description = "The phone.")
    private String mac;

    @Option(
            names = "--kafka",
            required = true,
            paramLabel = "HOST:PORT",
            description = "A Kafka broker; deploy/status tells its port.")
    private String kafka;

    @Option(names = "--json", description = "One JSON object a line, as it stands in the topic.")
    private boolean json;

    @Override
    public Integer call() {
        String phone = parsed();
        List<SightingsReader.Seen> seen;
        try {
            seen = new SightingsReader(kafka).of(phone);
        } catch (KafkaException e) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "fingerpost: Kafka at " + kafka + " did not answer: " + e.getMessage());
            return 1;
        }
        if (seen.isEmpty()) {
            spec.commandLine().getErr().println("fingerpost: no door has seen " + phone);
            return 1;
        }
        seen.forEach(each -> spec.commandLine().getOut().println(json ? each.whole() : line(each)));
        return 0;
    }

    private String parsed() {
        try {
            return new Mac(mac).toString();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--mac: " + e.getMessage());
        }
    }

    private static String line(SightingsReader.Seen seen) {
        return String.format(
                "%-27s  %-8s  %-11s  %d  %10d bytes  %s",
                seen.time(),
                seen.service(),
                seen.kind(),
                seen.status(),
                seen.bytes(),
                seen.outcome());
    }
}
