package org.fingerpost.config.sheets.reviews;

import java.util.Map;
import java.util.Optional;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.pvalue.PValue;

/** Settings by which a phone could be lost: a wrong one, and it never asks again. */
final class CutOff {
    private static final Map<String, String> KNOWN =
            Map.of(
                    "P237", "it is where phones fetch their files from now on",
                    "P212", "it is how phones fetch their files from now on",
                    "P145", "it decides whether a DHCP server may lead phones elsewhere",
                    "P2", "it is the password by which people get into the phone");

    private CutOff() {}

    /** Why this setting should be looked at twice; nothing if it is an ordinary one. */
    static Optional<String> why(PValue p) {
        return Optional.ofNullable(KNOWN.get(p.toString()))
                .or(() ->
                        Catalogue.standard().find(p).stream()
                                .map(Definition::name)
                                .filter(name ->
                                        name.startsWith("network.") || name.startsWith("wifi."))
                                .findFirst()
                                .map(name ->
                                        "it decides whether phones have a network (" + name + ")"));
    }
}
