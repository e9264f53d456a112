package org.fingerpost.redirect;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with nobody at work on lists, so that a test decides when the next chunk is done. */
public final class ImportsByHand implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "fingerpost.imports.work", "false",
                "fingerpost.imports.most-rows", "3000",
                "fingerpost.imports.silence", "PT0S",
                "fingerpost.imports.pause", "PT0S");
    }
}
