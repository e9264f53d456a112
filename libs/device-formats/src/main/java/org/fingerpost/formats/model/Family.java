package org.fingerpost.formats.model;

import java.util.List;
import java.util.Optional;

/**
 * Models that behave alike.
 *
 * @param name such as {@code GXP21xx}
 * @param firstGeneration true if P212 says how to fetch firmware as well; later families have P6767
 *     for that
 * @param order the requests for configuration, in the order of the family's newest known firmware
 * @param xmlVersions the versions of XML it reads: 1 P-values, 2 aliases
 * @param dhcp what it takes from a DHCP server
 * @param sealDigest how the key of a sealed file is derived; empty if it reads none
 * @param covered true if a whole template of the family went into the catalogue, so that a P-value
 *     that the catalogue does not know there is worth a word
 */
public record Family(
        String name,
        boolean firstGeneration,
        List<ConfigRequest> order,
        List<Integer> xmlVersions,
        DhcpOptions dhcp,
        Optional<String> sealDigest,
        boolean covered) {

    public Family {
        order = List.copyOf(order);
        xmlVersions = List.copyOf(xmlVersions);
    }

    public boolean readsXml() {
        return !xmlVersions.isEmpty();
    }

    public boolean readsBinary() {
        return order.contains(ConfigRequest.BINARY);
    }
}
