package org.fingerpost.firmware.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.fingerpost.door.sightings.OnceAMinute;
import org.fingerpost.firmware.ranges.Addresses;
import org.fingerpost.firmware.ranges.ProviderRanges;
import org.jboss.logging.Logger;

/** Lets phones that were not known before into the table as far as there is room. */
@ApplicationScoped
class Arrivals {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    private static final OnceAMinute FULL = new OnceAMinute();

    /** A stray that is seen no more makes room for others after that. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    /**
     * So long nobody has heard of a phone that never proved anything before others get its place,
     * when there is none left: else the table, once filled by somebody, would stay so for good.
     */
    private static final Duration IDLE = Duration.ofDays(30);

    private final Map<Long, Long> lookedTo = new ConcurrentHashMap<>();
    private final PhoneRows rows;
    private final ProviderRanges ranges;
    private final ComplianceConfig config;
    private final Clock clock;

    Arrivals(PhoneRows rows, ProviderRanges ranges, ComplianceConfig config, Clock clock) {
        this.rows = rows;
        this.ranges = ranges;
        this.config = config;
        this.clock = clock;
    }

    /**
     * One phone as it is kept.
     *
     * @param within its address lies in a range of the provider's, or that has none
     * @param mayCome that it may be kept if it is not known yet
     */
    record Arriving(Heard heard, boolean within, boolean mayCome) {}

    /** Of each phone one. */
    void keep(Collection<Heard> phones) {
        Map<Long, List<Heard>> byProvider =
                phones.stream().collect(Collectors.groupingBy(Heard::provider));
        Map<Long, Long> known = rows.counts(byProvider.keySet());
        List<Arriving> arriving = new ArrayList<>();
        byProvider.forEach((provider, some) ->
                arriving.addAll(arriving(provider, some, known.getOrDefault(provider, 0L))));
        Map<Long, Long> came = new HashMap<>();
        rows.keep(arriving).forEach(provider -> came.merge(provider, 1L, Long::sum));
        rows.count(came);
    }

    /** Who is known already takes room too, for this once: never too many come in. */
    private List<Arriving> arriving(long provider, List<Heard> phones, long known) {
        Addresses own = ranges.of(provider);
        long room = config.mostPhones() - known;
        if (room <= 0) {
            room += dropIdle(provider);
        }
        if (room <= 0) {
            FULL.run(() ->
                    LOG.warnf("provider %d has %d phones: no more are kept", provider, known));
        }
        List<Arriving> all = new ArrayList<>();
        long strays = -1;
        for (Heard heard : phones) {
            boolean within = own.isEmpty() || own.holds(heard.mac());
            // Who invents addresses keeps no phone out that has shown that it is one.
            boolean mayCome = room-- > 0 || heard.proved();
            if (!within && !heard.proved()) {
                strays = strays < 0 ? roomForStrays(provider) : strays;
                mayCome &= strays > 0;
                strays = Math.max(0, strays - 1);
            }
            all.add(new Arriving(heard, within, mayCome));
        }
        return all;
    }

    /** Some of the idle ones, if there are any where it looks: on from where it last did. */
    private long dropIdle(long provider) {
        PhoneRows.Dropped dropped =
                rows.dropIdle(
                        provider,
                        lookedTo.getOrDefault(provider, PhoneRows.BEGINNING),
                        clock.instant().minus(IDLE));
        lookedTo.put(provider, dropped.behind());
        rows.count(Map.of(provider, -dropped.phones()));
        return dropped.phones();
    }

    private long roomForStrays(long provider) {
        long room = config.mostStrays() - rows.strays(provider);
        if (room > 0) {
            return room;
        }
        long gone = rows.dropStrays(provider, clock.instant().minus(PATIENCE));
        rows.count(Map.of(provider, -gone));
        return Math.max(0, room + gone);
    }
}
