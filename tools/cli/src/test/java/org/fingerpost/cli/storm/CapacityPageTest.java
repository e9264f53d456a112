package org.fingerpost.cli.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;

/** What docs/operations/capacity.md calculates is calculated from what it has measured. */
class CapacityPageTest {
    /** As in the page: within five minutes, a bell, and doors at 70 % under its top. */
    private static final double SECONDS = 300;

    private static final double TOP = 2.25;
    private static final double SHARE = 0.7;

    private static final Pattern COST =
            Pattern.compile(
                    "^\\| (redirect|config|firmware) \\| ([0-9]+) µs \\|", Pattern.MULTILINE);
    private static final Pattern SIMULATED =
            Pattern.compile(
                    "```sh\nfingerpost (storm --simulate [^`]*?)\n```\n\n```json\n([^`]*?)```");
    private static final List<Long> PHONES = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);

    private final String page = page();

    private static String page() {
        try {
            return Files.readString(Path.of("../../docs/operations/capacity.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> costs() {
        List<Long> costs = new ArrayList<>();
        var rows = COST.matcher(page);
        while (rows.find()) {
            costs.add(Long.parseLong(rows.group(2)));
        }
        assertThat(costs).hasSize(3);
        return costs;
    }

    private static long cores(long phones, long micros) {
        return (long) Math.ceil(phones * micros / 1e6 * TOP / SECONDS / SHARE);
    }

    @Test
    void theSizingTableFollowsFromWhatWasMeasured() {
        List<Long> costs = costs();
        for (long phones : PHONES) {
            List<Long> cores = costs.stream().map(micros -> cores(phones, micros)).toList();
            double work = costs.stream().mapToLong(micros -> phones * micros).sum() / 1e6;
            String row =
                    String.format(
                            Locale.ROOT,
                            "| %,d | %,d | %,d | %,d | %,d | %,.0f s |",
                            phones,
                            cores.get(0),
                            cores.get(1),
                            cores.get(2),
                            cores.stream().mapToLong(Long::longValue).sum(),
                            work);
            assertThat(page).contains(row);
        }
    }

    @Test
    void theSimulationsShowWhatTheyPrint() {
        List<Long> costs = costs();
        String measured =
                "--costs %dus,%dus,%dus".formatted(costs.get(0), costs.get(1), costs.get(2));
        var shown = SIMULATED.matcher(page);
        int count = 0;
        while (shown.find()) {
            String line = shown.group(1).replaceAll("\\s*\\\\\n\\s*", " ");
            assertThat(line).contains(measured);
            assertThat(Ran.with(line.split(" +")).text()).isEqualTo(shown.group(2));
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(2);
    }
}
