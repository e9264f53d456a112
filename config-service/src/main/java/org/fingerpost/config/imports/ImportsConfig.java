package org.fingerpost.config.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How device lists are taken and worked on. */
@ConfigMapping(prefix = "fingerpost.config.imports")
interface ImportsConfig {
    /** The largest list, in bytes: a hundred thousand rows of more than 600 characters. */
    @WithDefault("67108864")
    long mostBytes();

    /** The longest list, in rows. */
    @WithDefault("100000")
    long mostRows();

    /** A list of which no row came in for so long has lost its sender. */
    @WithDefault("PT10M")
    Duration silence();

    /** Between two tries of a chunk that fails. */
    @WithDefault("PT30S")
    Duration pause();

    /** With false this process takes lists and leaves the work on them to another. */
    @WithDefault("true")
    boolean work();
}
