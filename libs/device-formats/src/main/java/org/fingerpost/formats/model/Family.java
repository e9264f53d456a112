package org.fingerpost.formats.model;

import java.util.List;

/**
 * Models that behave alike.
 *
 * @param name such as {@code GXP21xx}
 * @param firstGeneration true if P212 says how to fetch firmware as well; later families have P6767
 *     for that
 * @param order the requests for configuration, in the order of the family's newest known firmware
 */
public record Family(String name, boolean firstGeneration, List<ConfigRequest> order) {

    public Family {
        order = List.copyOf(order);
    }

    public boolean readsXml() {
        return order.contains(ConfigRequest.OWN_XML);
    }
}
