package org.fingerpost.firmware.uploads;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.names.FileName;

/**
 * A file that is sent in as many pieces as it takes.
 *
 * @param owner a provider, or 0 for the operator
 * @param digest as the sender promises it
 * @param sound all of it has come, and is what was promised
 * @param expires when it is forgotten, unless another piece comes
 */
record Upload(
        long id,
        long owner,
        FileName name,
        long size,
        Optional<Digest> digest,
        boolean sound,
        Instant expires) {}
