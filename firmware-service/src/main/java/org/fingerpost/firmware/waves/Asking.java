package org.fingerpost.firmware.waves;

import java.util.Locale;
import java.util.Optional;

/** Whether a phone that is let in will ask for the release, by what it is told. */
public enum Asking {
    /** It says that it runs the release. */
    HAS_IT,
    /** When it looks for new files next. */
    AT_NEXT_CHECK,
    /** When it starts: it is told not to look by itself (P194 = 0). */
    AT_START,
    /** It is told not to look for firmware (P238 = 2), or the affixes that it waits for stay. */
    NEVER,
    /** It is off the rule. */
    PARKED;

    private static final int ONLY_ON_CHANGE = 1;
    private static final int SKIP = 2;

    /**
     * By P194 and P238 as the rollout tells them; what it does not tell is taken for the phones'
     * own: they look, and always.
     *
     * @param changed that the affixes it is told are not those that it had
     */
    public static Asking of(
            Optional<Integer> autoUpgrade, Optional<Integer> check, boolean changed) {
        if (check.filter(p238 -> p238 == SKIP || p238 == ONLY_ON_CHANGE && !changed).isPresent()) {
            return NEVER;
        }
        return autoUpgrade.filter(p194 -> p194 == 0).isPresent() ? AT_START : AT_NEXT_CHECK;
    }

    /** As JSON and CSV spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
