package org.fingerpost.config.turns;

/** How a provider's or a group's phones are to come, so that they do not come at once. */
public sealed interface Pace {

    /**
     * Again and again, each at an interval of its own: phones that were started together drift
     * apart.
     *
     * @param minutes in the middle
     * @param spread how far a phone's own may lie from that, to either side
     */
    record Every(int minutes, int spread) implements Pace {
        /**
         * GXP and GRP take 60 to 86400, others more: within these bounds every family is content.
         */
        public static final int SHORTEST = 60;

        public static final int LONGEST = 86_400;

        public Every {
            // The subtraction cannot wrap, as an addition could.
            if (spread < 0
                    || minutes > LONGEST
                    || spread > LONGEST - minutes
                    || minutes - spread < SHORTEST) {
                throw new IllegalArgumentException(
                        "everyMinutes, with spreadMinutes to either side, lies within "
                                + SHORTEST
                                + " and "
                                + LONGEST
                                + ": what all families take");
            }
        }

        /** With as much spread as lets phones of one start drift apart within a few rounds. */
        public static Every spreadByAQuarter(int minutes) {
            int room = Math.min(minutes - SHORTEST, LONGEST - minutes);
            return new Every(minutes, Math.clamp(minutes / 4, 0, Math.max(room, 0)));
        }

        public int shortest() {
            return minutes - spread;
        }

        @Override
        public int turns() {
            return 2 * spread + 1;
        }
    }

    /**
     * Once a day, each in an hour of its own, by the phone's clock.
     *
     * @param to the hour at which the last phone has come; the same as {@code from} for all day
     */
    record Hours(int from, int to) implements Pace {
        public static final int DAY = 24;

        public Hours {
            if (from < 0 || from >= DAY || to < 0 || to >= DAY) {
                throw new IllegalArgumentException("fromHour and toHour are 0 to 23");
            }
        }

        @Override
        public int turns() {
            return from == to ? DAY : Math.floorMod(to - from, DAY);
        }

        /** The hour of the day of a turn. */
        public int hour(int turn) {
            return (from + turn) % DAY;
        }
    }

    /** How many different turns there are, each as likely as the other. */
    int turns();
}
