package org.fingerpost.door.shedding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * From which standing lag a door sheds what. A phone waits some seconds for an answer, and what it
 * waits for is the lag twice: for its connection and for its answer.
 */
@ConfigMapping(prefix = "fingerpost.door.shedding")
public interface SheddingConfig {
    /**
     * From here on firmware and generic files are put off. More than ten times a busy loop's turn.
     */
    @WithDefault("250ms")
    Duration lag();

    /** From here on phones' own files, too. */
    @WithDefault("1s")
    Duration lagOfOwn();

    /** From here on everything. */
    @WithDefault("2s")
    Duration lagOfRedirects();

    /**
     * For how long generic files stay put off after an own file was: longer than the slowest phone
     * takes from the one to the other.
     */
    @WithDefault("1m")
    Duration hold();

    /** The soonest that a phone is to come back; the latest is three times that. */
    @WithDefault("20s")
    Duration retryAfter();
}
