package org.fingerpost.drills.drilled;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.drills.town.Patience;

/** Lists that are worked on as jobs, which nothing may stop for good. */
public final class Imports {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Api provider;
    private final String path;
    private final List<Import> acknowledged = new ArrayList<>();

    /** {@code path}: where lists are handed over, such as {@code /api/v1/range-imports}. */
    public Imports(Api provider, String path) {
        this.provider = provider;
        this.path = path;
    }

    private record Import(long id, int rows) {}

    /** Asks for an import; whether it was acknowledged. */
    public boolean ask(String idempotencyKey, String list, int rows) {
        Api.Reply taken = provider.csv(path, idempotencyKey, list);
        if (taken.acknowledged()) {
            acknowledged.add(new Import(taken.id(), rows));
        }
        return taken.acknowledged();
    }

    /** The id of the last one, when it has come to its end with every row accepted. */
    public long finished() {
        Import last = acknowledged.getLast();
        Patience.until("import " + last.id() + " is done", () -> isDone(last));
        return last.id();
    }

    /** Acknowledged imports that did not come to their end with every row accepted. */
    public List<String> unfinished() {
        return acknowledged.stream()
                .filter(each -> !Patience.within(PATIENCE, () -> isDone(each)))
                .map(each -> "import " + each.id() + " of " + each.rows() + " rows")
                .toList();
    }

    private boolean isDone(Import each) {
        return isDone(provider.get(path + "/" + each.id()), each.rows());
    }

    /** Whether a job, as the API tells it, has accepted so many rows and is at its end. */
    public static boolean isDone(Api.Reply job, int rows) {
        return job.body().path("state").asText().equals("done")
                && job.body().path("accepted").asInt() == rows;
    }
}
