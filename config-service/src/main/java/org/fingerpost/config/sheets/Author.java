package org.fingerpost.config.sheets;

import org.fingerpost.access.Caller;
import org.fingerpost.config.layers.SheetName;

/**
 * Who writes, and whose sheets they are.
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
}
