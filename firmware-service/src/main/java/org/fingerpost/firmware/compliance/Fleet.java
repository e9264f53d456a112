package org.fingerpost.firmware.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.rule.Rule;
import org.fingerpost.statements.Statements;

/** A provider's phones as far as doors have seen them. */
@ApplicationScoped
public class Fleet {
    /** Of a transaction that takes some ten milliseconds. */
    private static final int PAGE = 20_000;

    private final Page pages;

    Fleet(Page pages) {
        this.pages = pages;
    }

    private record Seen(long mac, String model, String version) {}

    /**
     * The phones that a rule chooses, however far it is open, without those that say they run a
     * version. Reads all of the provider's, a page a transaction.
     */
    public long[] chosen(long provider, Rule rule, String except) {
        LongStream.Builder chosen = LongStream.builder();
        List<Seen> page;
        long after = -1;
        do {
            page = pages.behind(provider, after);
            for (Seen seen : page) {
                if (!seen.version.equals(except) && isChosen(rule, seen)) {
                    chosen.add(seen.mac);
                }
            }
            after = page.isEmpty() ? after : page.getLast().mac;
        } while (page.size() == PAGE);
        return chosen.build().toArray();
    }

    private static boolean isChosen(Rule rule, Seen seen) {
        return DeviceModels.find(seen.model)
                .filter(model ->
                        rule.chooses(
                                new MacAddress(seen.mac),
                                model,
                                Optional.of(seen.version).filter(said -> !said.isEmpty())))
                .isPresent();
    }

    /** A page at a time, each in a transaction of its own. */
    @ApplicationScoped
    static class Page {
        private final Statements statements;

        Page(Statements statements) {
            this.statements = statements;
        }

        @Transactional
        List<Seen> behind(long provider, long mac) {
            return statements.list(
                    "SELECT mac, model, version FROM phone WHERE provider_id = ? AND mac > ?"
                            + " ORDER BY mac LIMIT "
                            + PAGE,
                    row -> new Seen(row.getLong(1), row.getString(2), row.getString(3)),
                    provider,
                    mac);
        }
    }
}
