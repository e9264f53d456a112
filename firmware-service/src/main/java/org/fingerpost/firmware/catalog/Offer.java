package org.fingerpost.firmware.catalog;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;

/** The answer for one name at one provider. */
public sealed interface Offer {
    /**
     * These bytes.
     *
     * @param release whose they are; empty for a companion's
     * @param rollout by whose rule; empty if by none
     * @param lasting whether, for such a phone, the name will stand for no others
     */
    record Of(
            Digest digest,
            long size,
            Instant since,
            Optional<Long> release,
            Optional<Long> rollout,
            boolean lasting)
            implements Offer {}

    /** The provider has no file of that name that such a phone could take. */
    record None() implements Offer {}
}
