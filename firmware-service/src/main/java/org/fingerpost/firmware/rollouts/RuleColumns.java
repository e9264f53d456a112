package org.fingerpost.firmware.rollouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Salt;
import org.fingerpost.rule.Span;

/** A rule as it lies in six columns: names, firsts, lasts, versions, salt, open. */
final class RuleColumns {
    private RuleColumns() {}

    /**
     * @param at where the first of them is
     */
    static Rule read(ResultSet row, int at) throws SQLException {
        Long[] first = (Long[]) row.getArray(at + 1).getArray();
        Long[] last = (Long[]) row.getArray(at + 2).getArray();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            spans.add(new Span(new MacAddress(first[i]), new MacAddress(last[i])));
        }
        return new Rule(
                Set.of((String[]) row.getArray(at).getArray()),
                spans,
                Set.of((String[]) row.getArray(at + 3).getArray()),
                Salt.parse(row.getString(at + 4)),
                row.getLong(at + 5));
    }

    static Long[] firsts(Rule rule) {
        return rule.ranges().stream().map(span -> span.first().bits()).toArray(Long[]::new);
    }

    static Long[] lasts(Rule rule) {
        return rule.ranges().stream().map(span -> span.last().bits()).toArray(Long[]::new);
    }
}
