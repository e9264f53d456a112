package org.fingerpost.formats.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fingerpost.formats.model.Family;

/** Which families a number, or a name, is defined for already. */
final class Claims {

    private final Map<String, Set<String>> families = new HashMap<>();

    /**
     * @throws org.fingerpost.formats.datafile.DataFileException if it is taken for one of the
     *     definition's families
     */
    void claim(String what, Definition definition, Theme.Place place) {
        Set<String> taken = families.computeIfAbsent(what, first -> new HashSet<>());
        for (Family family : definition.families()) {
            if (!taken.add(family.name())) {
                throw place.wrong(
                        definition + ": " + what + " is there already for " + family.name());
            }
        }
    }
}
