package org.fingerpost.config.assembly;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.layers.Filling;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.DeviceToken;
import org.fingerpost.config.secrets.TokenKey;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.seal.ConfigKey;

/** What there is for one device, or for all of a provider's devices. */
public sealed interface Assembled {
    /** There is no record. */
    record Missing() implements Assembled {}

    /**
     * There is a record, and it cannot be put together here and now: its key is not here, or a
     * later version wrote it. Never a reason to give less, or something else.
     */
    record Unready() implements Assembled {}

    /**
     * A device's settings, in clear.
     *
     * @param key what the tags of its files are made with
     * @param configKey under which its XML is sealed
     * @param holdsSecret the file may leave only by admission
     * @param secretsByTftp the provider lets them go that way
     * @param generation of the token
     * @param armedUntil when the first-fetch window ends or ended
     */
    record OfDevice(
            TokenKey key,
            DeviceModel model,
            Filling told,
            Optional<ConfigKey> configKey,
            boolean holdsSecret,
            AdmissionMode mode,
            boolean secretsByTftp,
            DeviceToken token,
            DeviceLogin login,
            long generation,
            Instant armedUntil)
            implements Assembled {}

    /** A provider's generic settings, in clear. */
    record Generic(TokenKey key, PValues settings, boolean holdsSecret, AdmissionMode mode)
            implements Assembled {}
}
