package org.fingerpost.config.imports;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with nobody at work on lists, so that a test decides when the next chunk is done. */
public final class ImportsByHand implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "fingerpost.config.imports.work", "false",
                "fingerpost.config.imports.most-rows", "3000",
                "fingerpost.config.imports.most-bytes", "1000000",
                "fingerpost.config.imports.silence", "PT0S",
                "fingerpost.config.imports.pause", "PT0S");
    }
}
