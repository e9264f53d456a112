package org.fingerpost.config.layers.shelves;

import java.time.Instant;

/**
 * One revision of a sheet; it never changes.
 *
 * @param owner a provider's id, or {@link SheetName#PLATFORM}
 * @param revision counts from one for each sheet
 * @param author {@code operator}, or {@code provider/7}
 */
public record Published(
        long owner, SheetName name, long revision, String author, Instant at, Sheet sheet) {}
