package org.fingerpost.outbox.census;

import java.time.Duration;

/**
 * A question to a service's tables whose answer is a measurement. Each that is a bean is asked, in
 * a control plane, from time to time; nobody who reads the metrics waits for the database.
 *
 * @param name of the metric, in words with dots
 * @param unit the base unit, empty for none
 * @param label whose values the first column names; empty if there is one row of one number
 * @param sql gives the value, or the label's value and the value; of few rows, whatever the tables
 *     hold
 * @param every how often it is asked
 */
public record Census(
        String name, String description, String unit, String label, String sql, Duration every) {
    /** What is cheap to ask. */
    public static final Duration OFTEN = Duration.ofSeconds(15);

    /** What reads a part of large tables. */
    public static final Duration SELDOM = Duration.ofMinutes(5);

    public Census {
        if (!name.startsWith("fingerpost.")) {
            throw new IllegalArgumentException("a metric of ours begins with fingerpost: " + name);
        }
    }
}
