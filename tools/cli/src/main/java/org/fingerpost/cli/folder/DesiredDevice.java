package org.fingerpost.cli.folder;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fingerpost.cli.folder.yaml.Spot;
import org.fingerpost.cli.folder.yaml.Text;

/**
 * A device as the folder has it, references resolved.
 *
 * @param mac twelve hex digits
 */
public record DesiredDevice(
        String mac,
        Spot spot,
        String model,
        Optional<String> group,
        Map<String, Text> settings,
        Map<String, Text> variables,
        SortedMap<Integer, Map<String, Text>> accounts) {

    /**
     * Does the text stand elsewhere?
     *
     * @param name of a P-value, of a variable behind {@code variables.}, or of an account's P-value
     *     behind {@code accounts.NUMBER.}
     */
    public boolean isReferred(String name) {
        Referred referred = new Referred().with("", settings).with("variables.", variables);
        accounts.forEach((number, texts) -> referred.with("accounts." + number + ".", texts));
        return referred.has(name);
    }

    /** The P-values that it says something about, those of its accounts too. */
    public SortedSet<String> ownSettings() {
        SortedSet<String> own = new TreeSet<>(settings.keySet());
        accounts.values().forEach(account -> own.addAll(account.keySet()));
        return own;
    }
}
