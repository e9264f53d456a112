package org.fingerpost.config.imports.jobs;

import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/**
 * What came of a row: its device is as the row says, or there is a rule by which it is not.
 *
 * @param line the number of the row; the first one behind the header is 1
 * @param mac if the row names one
 * @param rule the problem's type by which it was rejected
 * @param reason the same in a sentence, which quotes no cell
 */
public record Verdict(
        long line, Optional<MacAddress> mac, Optional<String> rule, Optional<String> reason) {

    public static Verdict accepted(JobRow row) {
        return new Verdict(row.line(), row.mac(), Optional.empty(), Optional.empty());
    }

    public static Verdict rejected(JobRow row, String rule, String reason) {
        return new Verdict(row.line(), row.mac(), Optional.of(rule), Optional.of(reason));
    }

    public boolean isAccepted() {
        return rule.isEmpty();
    }
}
