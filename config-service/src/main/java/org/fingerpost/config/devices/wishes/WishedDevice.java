package org.fingerpost.config.devices.wishes;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fingerpost.config.layers.variables.WishedVariables;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.problems.Problem;

/**
 * A device as a provider sends it.
 *
 * @param accounts settings of each account, by its number
 */
public record WishedDevice(
        String model,
        Optional<String> group,
        WishedSettings settings,
        WishedVariables variables,
        SortedMap<Integer, WishedSettings> accounts) {

    public WishedDevice {
        accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
        for (int number : accounts.keySet()) {
            if (number < 1 || number > StoredAccounts.LAST) {
                throw Problem.invalid(
                                "no-such-account",
                                "accounts are numbered from 1 to "
                                        + StoredAccounts.LAST
                                        + ", not "
                                        + number)
                        .with("field", "accounts." + number);
            }
        }
    }

    /** A device in no group, with nothing but settings of its own. */
    public static WishedDevice of(String model, WishedSettings settings) {
        return new WishedDevice(
                model,
                Optional.empty(),
                settings,
                WishedVariables.none(),
                Collections.emptySortedMap());
    }
}
