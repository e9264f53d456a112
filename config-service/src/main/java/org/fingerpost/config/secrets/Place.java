package org.fingerpost.config.secrets;

import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;

/**
 * Where a sealed value belongs: provider, device or generic settings, P-value. A value that is
 * copied to another place does not open there.
 *
 * @param owner a MAC address, or {@code generic}
 */
public record Place(long provider, String owner, PValue p) {
    private static final String GENERIC = "generic";

    /** The values of one device, or of a provider's generic settings: all but the P-value. */
    public record Owner(long provider, String name) {
        public static Owner device(long provider, MacAddress mac) {
            return new Owner(provider, mac.toString());
        }

        public static Owner generic(long provider) {
            return new Owner(provider, GENERIC);
        }

        public Place at(PValue p) {
            return new Place(provider, name, p);
        }
    }

    String context() {
        return provider + "|" + owner + "|" + p;
    }
}
