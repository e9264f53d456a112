package org.fingerpost.redirect.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How lists of ranges are taken and worked on. */
@ConfigMapping(prefix = "fingerpost.imports")
interface ImportsConfig {
    /** The largest list, in bytes: a million rows with a company each. */
    @WithDefault("134217728")
    long mostBytes();

    /** The longest list, in rows. */
    @WithDefault("1000000")
    long mostRows();

    /** With false this process takes lists and leaves the work on them to another. */
    @WithDefault("true")
    boolean work();
}
