package org.fingerpost.config.secrets.seals;

import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;

/**
 * Where a sealed value belongs: provider, owner, slot. A value that is copied to another place does
 * not open there.
 *
 * @param owner a MAC address, {@code generic}, or {@code sheet/} and a sheet's name, or {@code
 *     list/} and the row of a list
 * @param slot a P-value, {@code $} and the name of a variable, {@code account/1/P35}, or {@code
 *     config-key}
 */
public record Place(long provider, String owner, String slot) {
    private static final String GENERIC = "generic";

    /**
     * The values of one device, of a sheet, or of a provider's generic settings: all but the slot.
     */
    public record Owner(long provider, String name, String account) {
        public static Owner device(long provider, MacAddress mac) {
            return new Owner(provider, mac.toString(), "");
        }

        public static Owner generic(long provider) {
            return new Owner(provider, GENERIC, "");
        }

        /**
         * @param sheet its name, such as {@code group/berlin}
         */
        public static Owner sheet(long provider, String sheet) {
            return new Owner(provider, "sheet/" + sheet, "");
        }

        /** One of the device's accounts. */
        public Owner account(int number) {
            return new Owner(provider, name, "account/" + number + "/");
        }

        /**
         * What waits for a phone that is claimed with a PIN.
         *
         * @param name {@code pin-batch/} and its id, or {@code pin/} and its hash
         */
        public static Owner pins(long provider, String name) {
            return new Owner(provider, name, "");
        }

        public Place at(PValue p) {
            return new Place(provider, name, account + p);
        }

        /** The place of the password under which the device's XML is sealed. */
        public Place configKey() {
            return new Place(provider, name, "config-key");
        }

        /** The place of a variable. */
        public Place at(String variable) {
            return new Place(provider, name, account + "$" + variable);
        }
    }

    /** One row of a list that waits to be read, all its cells together. */
    public static Place listRow(long provider, long job, long line) {
        return new Place(provider, "list/" + job + "/" + line, "row");
    }

    /** One document of an archive that waits to be taken over. */
    public static Place archiveRow(long provider, long job, long line) {
        return new Place(provider, "archive/" + job + "/" + line, "document");
    }

    public String context() {
        return provider + "|" + owner + "|" + slot;
    }
}
