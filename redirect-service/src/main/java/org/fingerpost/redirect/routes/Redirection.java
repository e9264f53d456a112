package org.fingerpost.redirect.routes;

import java.util.List;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.FamilyClass;
import org.fingerpost.redirect.instructions.Instructions;

/**
 * A route in a phone's words. The P-values that say where the phone belongs, those that the target
 * server's provider chose, and nothing else, so that the phone keeps every other setting it has;
 * the binary and the XML say the same.
 */
public final class Redirection {
    private static final List<String> OWN =
            List.of(
                    "P212", "P237", "P6767", "P192", "P145", "P234", "P235", "P232", "P233", "P194",
                    "P22296", "P193");

    /** Chosen too, but by words of their own: xmlPassword, httpUser, httpPassword. */
    public static final PValue XML_PASSWORD = new PValue(1359);

    public static final PValue HTTP_USER = new PValue(1360);
    public static final PValue HTTP_PASSWORD = new PValue(1361);

    private Redirection() {}

    /**
     * True if the P-value is set by a word of the target server, so that it is no further setting.
     */
    public static boolean decides(PValue p) {
        return OWN.contains(p.toString())
                || p.equals(XML_PASSWORD)
                || p.equals(HTTP_USER)
                || p.equals(HTTP_PASSWORD);
    }

    /**
     * P212 and P237 send the configuration's next request to the provider; P6767 and P192 the
     * firmware's (families without P6767 obey P212 for both); P145 says what a DHCP server may
     * override; the rest is told if it was chosen. In this order, always.
     *
     * @param carries whether the phone put a prefix or postfix to the name it asked for: then it is
     *     told the target server's, even if that has none
     * @param minutes the phone's own interval
     * @param settings the provider's further settings, as far as this phone may have them
     */
    public static PValues of(
            TargetServer server,
            FamilyClass family,
            boolean carries,
            int minutes,
            PValues settings) {
        Instructions instructions = server.instructions();
        PValues.Builder told = PValues.builder();
        told.put("P212", Integer.toString(server.configUrl().scheme().code()));
        told.put("P237", server.configUrl().told());
        told.put("P6767", Integer.toString(server.firmwareUrl().scheme().code()));
        told.put("P192", server.firmwareUrl().told());
        told.put("P145", dhcp(instructions.dhcpOverride(), family));
        affixes(told, "P234", "P235", instructions.configNames(), carries);
        affixes(told, "P232", "P233", instructions.firmwareNames(), false);
        checks(told, instructions.checks(), family, minutes);
        return told.putAll(settings).build();
    }

    /** Whether P193 is the phone's own interval, and not one that stands for daily or weekly. */
    public static boolean tellsOwnInterval(Checks checks, FamilyClass family) {
        return checks.intervalMinutes() > 0
                && family.takesMinutes()
                && !needsSubstitute(checks.autoUpgrade(), family);
    }

    private static String dhcp(int override, FamilyClass family) {
        return override == 2 && !family.dhcpFallback() ? "1" : Integer.toString(override);
    }

    private static void affixes(
            PValues.Builder told, String prefix, String postfix, Affixes affixes, boolean always) {
        if (always || !affixes.prefix().isEmpty()) {
            told.put(prefix, affixes.prefix());
        }
        if (always || !affixes.postfix().isEmpty()) {
            told.put(postfix, affixes.postfix());
        }
    }

    private static void checks(
            PValues.Builder told, Checks checks, FamilyClass family, int minutes) {
        AutoUpgrade wanted = checks.autoUpgrade();
        boolean substitute = needsSubstitute(wanted, family);
        if (wanted != AutoUpgrade.KEEP) {
            family.number(substitute ? AutoUpgrade.INTERVAL : wanted)
                    .ifPresent(number -> told.put(family.automatic().toString(), number));
        }
        if (substitute && family.takesMinutes()) {
            told.put("P193", Integer.toString(wanted.minutes()));
        } else if (tellsOwnInterval(checks, family)) {
            told.put("P193", Integer.toString(minutes));
        }
    }

    /** Daily and weekly are an interval where the family knows nothing else. */
    private static boolean needsSubstitute(AutoUpgrade wanted, FamilyClass family) {
        return wanted.minutes() > 0 && family.number(wanted).isEmpty();
    }
}
