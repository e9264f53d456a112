package org.fingerpost.door.doorway;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets malformed paths reach the {@link Doorway}. Quarkus refuses a request target that is no URI
 * with a 400 of its own before any route is asked, and reads only a system property to be told
 * otherwise, once, when its web server's classes are loaded. The configuration is built before
 * that, which makes this the one place early enough. Operators' malformed paths get their 400 from
 * the doorway.
 */
public final class EveryPath implements SmallRyeConfigBuilderCustomizer {
    private static final String NO_URI_CHECK = "vertx.disableURIValidation";

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty(NO_URI_CHECK, "true");
    }
}
