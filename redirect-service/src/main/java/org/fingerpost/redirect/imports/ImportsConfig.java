package org.fingerpost.redirect.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How lists of ranges are taken and worked on. */
@ConfigMapping(prefix = "fingerpost.imports")
interface ImportsConfig {
    /** The largest list, in bytes: a million rows with a company each. */
    @WithDefault("134217728")
    long mostBytes();

    /** The longest list, in rows. */
    @WithDefault("1000000")
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
