package org.fingerpost.config.why;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.config.layers.shelves.SheetName;

/**
 * Of which state of affairs it is asked.
 *
 * @param at now, if nothing else was asked for
 * @param draft which draft is looked at as if it were published
 * @param affixes that may name revisions
 */
record Moment(Instant at, boolean past, Optional<SheetName> draft, Affixes affixes) {}
