package org.fingerpost.config.layers.shelves;

import java.util.Optional;
import org.fingerpost.formats.model.DeviceModel;

/**
 * Where sheets and groups are looked up: what is published now, what was at some moment, or what
 * would be if a draft were published.
 */
public interface Shelf {
    /**
     * @param owner a provider's id, or {@link SheetName#PLATFORM}
     */
    Optional<OpenSheet> sheet(long owner, SheetName name);

    Optional<GroupPlace> group(long provider, String name);

    /** The firmware that the provider offers to its phones of a model. */
    Optional<FirmwareOffer> firmware(long provider, DeviceModel model);

    /** A group and the group that it lies in. */
    record GroupPlace(String name, Optional<String> parent) {}
}
