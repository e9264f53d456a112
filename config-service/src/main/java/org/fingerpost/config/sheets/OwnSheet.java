package org.fingerpost.config.sheets;

import org.fingerpost.config.layers.SheetName;
import org.fingerpost.problems.Problem;

/** Which sheets an author may write: operators have no groups, and providers no platform. */
final class OwnSheet {
    private OwnSheet() {}

    /**
     * @throws Problem if the sheet belongs to the other side
     */
    static SheetName of(Author author, String name) {
        SheetName sheet = SheetName.parse(name);
        boolean platforms = author.owner() == SheetName.PLATFORM;
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
