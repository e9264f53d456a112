package org.fingerpost.firmware.offers;

import java.util.Optional;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.Version;

/**
 * Which release a provider's phones of a family, or of one model, are told to get.
 *
 * @param folder in the provider's directory where it lies; empty for none
 * @param prefix becomes P232
 * @param postfix becomes P233
 * @param autoUpgrade becomes P194, in the numbers of the phones' family; empty: they are told
 *     nothing
 * @param check becomes P238; empty: they are told nothing
 */
record FamilyOffer(
        long provider,
        FamilyName family,
        long release,
        Version version,
        String folder,
        String prefix,
        String postfix,
        Optional<Integer> autoUpgrade,
        Optional<Integer> check) {}
