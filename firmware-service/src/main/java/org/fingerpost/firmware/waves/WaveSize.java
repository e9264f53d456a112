package org.fingerpost.firmware.waves;

/** How many phones have been let in when a wave is open, those of the waves before it included. */
public sealed interface WaveSize {
    /** So many of the phones that are known when the wave opens. */
    record Count(long phones) implements WaveSize {
        public Count {
            if (phones < 1) {
                throw new IllegalArgumentException("waves: a count is 1 or more");
            }
        }
    }

    /** So many of a hundred, of known phones and of those that will come. */
    record Percent(int percent) implements WaveSize {
        public Percent {
            if (percent < 1 || percent > ALL) {
                throw new IllegalArgumentException("waves: percent is from 1 to " + ALL);
            }
        }
    }

    /** Of a hundred. */
    int ALL = 100;

    /** May this one follow the other? What is of one kind grows; the rest shows when it opens. */
    default boolean mayFollow(WaveSize before) {
        return switch (this) {
            case Count(long phones) -> !(before instanceof Count(long less)) || less < phones;
            case Percent(int percent) -> !(before instanceof Percent(int less)) || less < percent;
        };
    }
}
