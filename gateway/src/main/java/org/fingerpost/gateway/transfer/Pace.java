package org.fingerpost.gateway.transfer;

import java.time.Duration;
import java.util.Optional;

/**
 * When to send again: after what the client has asked for (RFC 2349), else after a wait that
 * follows the line (RFC 6298, as RFC 1123 wants it of TFTP) and doubles each time.
 *
 * <p>Times are nanoseconds of whoever's clock.
 */
final class Pace {
    private static final long FIRST = Duration.ofSeconds(1).toNanos();

    /** Phones write to flash between two blocks: below this, slowness is no loss. */
    private static final long SHORTEST = Duration.ofMillis(200).toNanos();

    private static final long LONGEST = Duration.ofSeconds(4).toNanos();

    /** Of what follows the line: 0.2, 0.4, … 4, 4 s at least, about a quarter of a minute. */
    private static final int MOST = 7;

    /** Of what the client chose, 5 s mostly. */
    private static final int MOST_OF_CHOSEN = 5;

    /**
     * Before the client has said anything it may be somebody else, whose address was forged: it
     * gets three packets at most.
     */
    private static final int MOST_UNHEARD = 2;

    /** Whatever the client chose: until then a place is taken for nothing. */
    private static final long MOST_SILENCE = Duration.ofSeconds(60).toNanos();

    private final Optional<Duration> chosen;
    private boolean silent;
    private long silentFrom;
    private boolean heard;
    private boolean measured;
    private long smooth;
    private long deviation;
    private int retries;

    Pace(Optional<Duration> chosen) {
        this.chosen = chosen;
    }

    /** Until the next one goes out. */
    long next(long now) {
        if (!silent) {
            silent = true;
            silentFrom = now;
        }
        // A place is taken by whoever forged an address, too: until it is heard, for our own time.
        long next =
                now + chosen.filter(_ -> heard).map(Duration::toNanos).orElseGet(this::followed);
        return Math.min(next, silentFrom + MOST_SILENCE);
    }

    private long followed() {
        long once = measured ? smooth + 4 * deviation : FIRST;
        return Math.min(LONGEST, Math.max(SHORTEST, once) << Math.min(retries, MOST));
    }

    /** After how long of no word an answer that tells of a gap is believed: two round trips. */
    Optional<Long> gap() {
        return measured ? Optional.of(2 * smooth + deviation) : Optional.empty();
    }

    /** Whether that long is less than a round trip. */
    boolean within(long time) {
        return measured && time < smooth;
    }

    /** Whether the client has said a word that there was a reason for. */
    boolean isHeard() {
        return heard;
    }

    /** Whether it may be sent once more. */
    boolean again(long now) {
        retries++;
        int most = !heard ? MOST_UNHEARD : chosen.isPresent() ? MOST_OF_CHOSEN : MOST;
        return retries <= most && now - silentFrom < MOST_SILENCE;
    }

    /** The client has got on. */
    void progress() {
        heard = true;
        silent = false;
        retries = 0;
    }

    /** An answer to what was sent once only came after so long. */
    void measure(long roundTrip) {
        if (measured) {
            deviation += (Math.abs(roundTrip - smooth) - deviation) / 4;
            smooth += (roundTrip - smooth) / 8;
        } else {
            measured = true;
            smooth = roundTrip;
            deviation = roundTrip / 2;
        }
    }
}
