package org.fingerpost.formats.model;

import java.util.List;

/**
 * A model of phone or adapter.
 *
 * @param name in its canonical spelling, such as {@code GXP2160}
 * @param firmwareFiles the names it asks for under P192, without prefix and postfix; empty if not
 *     known
 */
public record DeviceModel(String name, Family family, List<String> firmwareFiles) {

    public DeviceModel {
        firmwareFiles = List.copyOf(firmwareFiles);
    }

    @Override
    public String toString() {
        return name;
    }
}
