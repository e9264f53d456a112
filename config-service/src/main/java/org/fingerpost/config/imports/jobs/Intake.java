package org.fingerpost.config.imports.jobs;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.imports.lists.Columns;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;

/** Seals the rows of a list that comes in and puts them where they wait for their verdicts. */
public final class Intake {
    private final JobRows rows;
    private final RowSeal seal;
    private final Columns columns;
    private final SecureRandom random;
    private final long most;
    private final List<JobRow> waiting = new ArrayList<>(JobRows.AT_ONCE);
    private final Map<MacAddress, Long> named = new HashMap<>();
    private long count;

    public Intake(JobRows rows, RowSeal seal, Columns columns, SecureRandom random, long most) {
        this.rows = rows;
        this.seal = seal;
        this.columns = columns;
        this.random = random;
        this.most = most;
    }

    public void take(List<String> cells) {
        if (++count > most) {
            throw Problem.invalid(
                    "import-too-long",
                    "a list has " + most + " rows at the most: cut it in pieces");
        }
        Optional<MacAddress> mac = columns.mac(cells);
        Optional<Long> sameAs =
                mac.flatMap(phone -> Optional.ofNullable(named.putIfAbsent(phone, count)));
        waiting.add(new JobRow(count, mac, sameAs, seal.close(count, cells, random)));
        if (waiting.size() == JobRows.AT_ONCE) {
            flush();
        }
    }

    /**
     * Puts down what is left.
     *
     * @return how many rows there are
     */
    public long end() {
        flush();
        return count;
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            rows.add(seal.job(), waiting);
            waiting.clear();
        }
    }
}
