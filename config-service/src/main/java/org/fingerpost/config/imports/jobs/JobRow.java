package org.fingerpost.config.imports.jobs;

import java.util.Optional;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A row that waits for its verdict, all its cells sealed.
 *
 * @param line its number; the first one behind the header is 1
 * @param mac if the row names one
 * @param sameAs the row that named the same address before
 */
public record JobRow(long line, Optional<MacAddress> mac, Optional<Long> sameAs, Sealed cells) {}
