package org.fingerpost.config.sheets.drafts;

import java.time.Instant;
import org.fingerpost.config.layers.shelves.Sheet;

/** What somebody has written and not published. */
public record Draft(Sheet sheet, String author, Instant at) {}
