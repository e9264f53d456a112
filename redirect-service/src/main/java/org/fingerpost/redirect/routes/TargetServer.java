package org.fingerpost.redirect.routes;

import java.util.ArrayList;
import java.util.List;

/** Where a provider wants its phones sent. */
public record TargetServer(
        long id, long provider, String name, ServerUrl configUrl, ServerUrl firmwareUrl) {
    /** First-generation phones keep no more of P237 and P192. */
    private static final int OLD_PHONES_KEEP = 60;

    /** What will work for most phones and surprise some. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (configUrl.scheme() != firmwareUrl.scheme()) {
            warnings.add(
                    "configUrl and firmwareUrl have different schemes: first-generation families"
                            + " obey P212 for both, so they will ask the firmware server by "
                            + configUrl.scheme());
        }
        warnIfLong(warnings, "configUrl (P237)", configUrl);
        warnIfLong(warnings, "firmwareUrl (P192)", firmwareUrl);
        return warnings;
    }

    private static void warnIfLong(List<String> warnings, String what, ServerUrl url) {
        if (url.told().length() > OLD_PHONES_KEEP) {
            warnings.add(
                    what
                            + " has "
                            + url.told().length()
                            + " characters: old phones keep "
                            + OLD_PHONES_KEEP);
        }
    }
}
