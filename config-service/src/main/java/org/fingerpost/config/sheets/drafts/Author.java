package org.fingerpost.config.sheets.drafts;

import org.fingerpost.access.Caller;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.problems.Problem;

/**
 * Who writes, and whose sheets they are: operators have no groups, and providers no platform.
 *
 * @param name {@code operator}, or {@code provider/7}
 */
public record Author(long owner, String name) {
    public static Author of(Caller caller) {
        return switch (caller) {
            case Caller.Operator() -> new Author(SheetName.PLATFORM, "operator");
            case Caller.OfProvider(long provider) -> new Author(provider, "provider/" + provider);
        };
    }

    /**
     * The sheet of this name, which the author may write.
     *
     * @throws Problem if it belongs to the other side
     */
    public SheetName own(String sheetName) {
        SheetName sheet = SheetName.parse(sheetName);
        boolean platforms = owner == SheetName.PLATFORM;
        boolean foreign =
                switch (sheet.kind()) {
                    case PLATFORM -> !platforms;
                    case PROVIDER, GROUP -> platforms;
                    case FAMILY, MODEL, TEMPLATE -> false;
                };
        if (foreign) {
            throw Problem.forbidden(
                    platforms ? "provider-key-needed" : "operator-key-needed",
                    sheet + " belongs to " + (platforms ? "a provider" : "the operator"));
        }
        return sheet;
    }
}
