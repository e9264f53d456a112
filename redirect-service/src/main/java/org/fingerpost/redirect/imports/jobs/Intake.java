package org.fingerpost.redirect.imports.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.imports.lists.ListedRange;

/** Puts the rows of a list that comes in where they wait for their verdicts. */
public final class Intake implements Consumer<ListedRange> {
    private final JobRows rows;
    private final long job;
    private final long most;
    private final List<JobRow> waiting = new ArrayList<>(JobRows.CHUNK);
    private long count;

    public Intake(JobRows rows, long job, long most) {
        this.rows = rows;
        this.job = job;
        this.most = most;
    }

    @Override
    public void accept(ListedRange said) {
        if (++count > most) {
            throw Problem.invalid(
                    "import-too-long",
                    "a list has " + most + " rows at the most: cut it in pieces");
        }
        waiting.add(
                new JobRow(
                        count,
                        said.first(),
                        said.last(),
                        said.targetServer(),
                        said.company(),
                        Optional.empty()));
        if (waiting.size() == JobRows.CHUNK) {
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
            rows.add(job, waiting);
            waiting.clear();
        }
    }
}
