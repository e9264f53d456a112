package org.fingerpost.redirect.imports.jobs;

import java.util.Optional;

/**
 * A row that waits for its verdict, as it was said.
 *
 * @param line its number; the first row behind a header is 1
 * @param range the range to be approved
 */
public record JobRow(
        long line,
        String first,
        String last,
        String target,
        String company,
        Optional<Long> range) {}
