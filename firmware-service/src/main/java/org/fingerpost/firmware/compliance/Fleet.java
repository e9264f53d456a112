package org.fingerpost.firmware.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.rule.Rule;
import org.fingerpost.statements.Statements;

/**
 * A provider's phones as far as doors have seen them: those that proved themselves or whose address
 * is the provider's. Others are claims of anybody's.
 */
@ApplicationScoped
public class Fleet {
    /** Of a transaction that takes some ten milliseconds. */
    private static final int PAGE = 20_000;

    private final Page pages;

    Fleet(Page pages) {
        this.pages = pages;
    }

    /** A phone of a known model, and what it said. */
    public record Seen(MacAddress mac, String model, String version, Instant seenAt) {}

    /**
     * The phones that a rule chooses.
     *
     * @param waiting those of them that do not say that they run a version
     */
    public record Chosen(long[] all, long[] waiting) {}

    /** The phones that a rule chooses, and which of them do not run a version. */
    public Chosen chosen(long provider, Rule rule, String version) {
        LongStream.Builder all = LongStream.builder();
        LongStream.Builder waiting = LongStream.builder();
        each(
                provider,
                rule,
                seen -> {
                    all.add(seen.mac.bits());
                    if (!seen.version.equals(version)) {
                        waiting.add(seen.mac.bits());
                    }
                });
        return new Chosen(all.build().toArray(), waiting.build().toArray());
    }

    /**
     * The phones that a rule chooses, however far it is open, by address. Reads all of the
     * provider's, a page a transaction.
     */
    public void each(long provider, Rule rule, Consumer<Seen> to) {
        List<Seen> page;
        long after = -1;
        do {
            page = pages.behind(provider, after);
            page.stream().filter(seen -> isChosen(rule, seen)).forEach(to);
            after = page.isEmpty() ? after : page.getLast().mac.bits();
        } while (page.size() == PAGE);
    }

    private static boolean isChosen(Rule rule, Seen seen) {
        return DeviceModels.find(seen.model)
                .filter(model ->
                        rule.chooses(
                                seen.mac,
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
                    "SELECT mac, model, version, seen_at FROM phone WHERE provider_id = ? AND mac >"
                            + " ? AND (within OR proved_at IS NOT NULL) ORDER BY mac LIMIT "
                            + PAGE,
                    row ->
                            new Seen(
                                    new MacAddress(row.getLong(1)),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()),
                    provider,
                    mac);
        }
    }
}
