package org.fingerpost.firmware;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes the service refuse early, so that a test can be too large without being large. */
public final class SmallLimits implements QuarkusTestResourceLifecycleManager {
    /** Bytes of a release. */
    static final int LARGEST = 1 << 20;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "fingerpost.firmware.largest-release",
                Integer.toString(LARGEST),
                "quarkus.http.limits.max-body-size",
                "3M");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
