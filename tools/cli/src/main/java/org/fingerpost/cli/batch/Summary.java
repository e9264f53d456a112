package org.fingerpost.cli.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Locale;
import org.fingerpost.cli.batch.run.Tally;

/** What is told at the end. */
record Summary(Tally tally, Duration took, Target target) {

    String json() {
        var mapper = new JsonMapper();
        var json =
                mapper.createObjectNode()
                        .put("made", tally.made())
                        .put("skipped", tally.skipped())
                        .put("refused", tally.refused())
                        .put("seconds", took.toMillis() / 1000.0)
                        .put("out", target.path().toString());
        if (tally.refused() > 0) {
            json.put("refusedList", target.refused().toString());
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of numbers is no JSON", impossible);
        }
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%s in %.1f s%s\n",
                tally,
                took.toMillis() / 1000.0,
                tally.refused() == 0 ? "" : "; " + advice());
    }

    /** A zip of the mended alone would take the place of the one with all the others. */
    private String advice() {
        return target.isZip()
                ? "they are in " + target.refused() + "; mend them in the list and run it again"
                : "mend them in a copy of " + target.refused() + " and run that";
    }
}
