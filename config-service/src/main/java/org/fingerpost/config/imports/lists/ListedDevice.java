package org.fingerpost.config.imports.lists;

import org.fingerpost.config.devices.wishes.WishedDevice;
import org.fingerpost.formats.mac.MacAddress;

/** What a row of a device list wishes for. */
public record ListedDevice(MacAddress mac, WishedDevice wish) {}
