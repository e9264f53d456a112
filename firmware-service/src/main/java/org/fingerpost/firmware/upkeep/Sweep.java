package org.fingerpost.firmware.upkeep;

import java.time.Instant;

/** What a walk dropped. */
record Sweep(Instant at, long blobs, long bytes) {}
