package org.fingerpost.firmware.compliance;

import java.time.Instant;
import org.fingerpost.formats.mac.MacAddress;

/** What a phone said of itself when it was last seen; an empty text: it did not say. */
record Phone(MacAddress mac, String model, String version, Instant seenAt) {}
