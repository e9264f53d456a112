package org.fingerpost.redirect.possession;

import java.util.List;
import org.fingerpost.formats.mac.MacAddress;

/** Decides whether a provider holds the phones that it claims. */
public interface PossessionVerifier {
    /**
     * True if the proofs show it for all of {@code first} to {@code last}. A provider that is told
     * no learns nothing else: not whether the phones are there, nor whose they are.
     */
    boolean holds(long provider, MacAddress first, MacAddress last, List<Proof> proofs);
}
