package org.fingerpost.redirect.routes;

import org.fingerpost.formats.pvalue.PValues;

/**
 * A route in a phone's words. Five P-values and nothing else, so that the phone keeps every other
 * setting it has; the binary and the XML say the same. A redirect holds no secret: anybody may ask
 * for it.
 */
public final class Redirection {
    private Redirection() {}

    /**
     * P212 and P237 send the configuration's next request to the provider; P6767 and P192 the
     * firmware's (families without P6767 obey P212 for both); P145 = 0 ends what a DHCP server may
     * override.
     */
    public static PValues of(TargetServer server) {
        return PValues.builder()
                .put("P212", Integer.toString(server.configUrl().scheme().code()))
                .put("P237", server.configUrl().told())
                .put("P6767", Integer.toString(server.firmwareUrl().scheme().code()))
                .put("P192", server.firmwareUrl().told())
                .put("P145", "0")
                .build();
    }
}
