package org.fingerpost.firmware.compliance;

import java.time.Instant;

/** How many phones say that they are of a model and run a version. */
record Summary(String model, String version, long phones, Instant lastSeen) {}
