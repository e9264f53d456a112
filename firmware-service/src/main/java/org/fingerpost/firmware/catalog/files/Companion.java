package org.fingerpost.firmware.catalog.files;

import java.time.Instant;
import org.fingerpost.firmware.names.FileName;

/** A file that a provider's phones fetch beside their firmware, for all of its families. */
public record Companion(long provider, FileName name, Published.Content content, Instant at) {}
