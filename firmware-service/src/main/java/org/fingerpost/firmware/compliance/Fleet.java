package org.fingerpost.firmware.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
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

    /** Who has not proved itself for so long may have a provider that proves nothing any more. */
    public static final Duration PROVED_WITHIN = Duration.ofDays(30);

    private final Page pages;
    private final Clock clock;

    Fleet(Page pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A phone of a known model, and what it said.
     *
     * @param firstAt when it was first seen
     * @param provedAt when it last showed that it is the one with that address; empty: never
     */
    public record Seen(
            MacAddress mac,
            String model,
            String version,
            Instant seenAt,
            Instant firstAt,
            Optional<Instant> provedAt) {}

    /**
     * The phones that a rule chooses, by address.
     *
     * @param waiting those of them that do not say that they run a version
     * @param proving those that wait and have proved themselves lately
     * @param known how many wait in all, with those that are left out of the others
     */
    public record Chosen(long[] all, long[] waiting, long[] proving, long known) {}

    /**
     * The phones that a rule chooses, and which of them do not run a version. Who came after a time
     * and has never proved anything may be made up, for what is going on: it is left out, unless
     * there are no others at all.
     */
    public Chosen chosen(long provider, Rule rule, String version, Instant before) {
        Instant lately = clock.instant().minus(PROVED_WITHIN);
        Some all = new Some();
        Some waiting = new Some();
        LongStream.Builder proving = LongStream.builder();
        each(
                provider,
                rule,
                seen -> {
                    boolean waits = !seen.version.equals(version);
                    boolean counts = seen.provedAt.isPresent() || !seen.firstAt.isAfter(before);
                    all.add(seen, counts);
                    if (waits) {
                        waiting.add(seen, counts);
                    }
                    if (waits && seen.provedAt.filter(lately::isBefore).isPresent()) {
                        proving.add(seen.mac.bits());
                    }
                });
        boolean anybody = all.counted > 0;
        return new Chosen(
                all.toArray(anybody),
                waiting.toArray(anybody),
                proving.build().toArray(),
                waiting.counted + waiting.leftOut);
    }

    /** Phones that count, and those that are left out. */
    private static final class Some {
        private final LongStream.Builder counting = LongStream.builder();
        private final LongStream.Builder others = LongStream.builder();
        private long counted;
        private long leftOut;

        void add(Seen seen, boolean counts) {
            if (counts) {
                counting.add(seen.mac.bits());
                counted++;
            } else {
                others.add(seen.mac.bits());
                leftOut++;
            }
        }

        long[] toArray(boolean thatCount) {
            return (thatCount ? counting : others).build().toArray();
        }
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
                    "SELECT mac, model, version, seen_at, first_seen_at, proved_at FROM phone"
                            + " WHERE provider_id = ? AND mac > ?"
                            + " AND (within OR proved_at IS NOT NULL) ORDER BY mac LIMIT "
                            + PAGE,
                    row ->
                            new Seen(
                                    new MacAddress(row.getLong(1)),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    row.getObject(5, OffsetDateTime.class).toInstant(),
                                    Optional.ofNullable(row.getObject(6, OffsetDateTime.class))
                                            .map(OffsetDateTime::toInstant)),
                    provider,
                    mac);
        }
    }
}
