package org.fingerpost.firmware.catalog;

import java.time.Instant;
import org.fingerpost.firmware.blobs.Digest;

/**
 * The answer for one name at one provider. Of several published releases that have the name the
 * newest wins.
 */
public sealed interface Offer {
    /** These bytes, from that release. */
    record Of(String version, Digest digest, long size, Instant publishedAt) implements Offer {}

    /** No published release of the provider has a file of that name. */
    record None() implements Offer {}
}
