package org.fingerpost.config;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.MeasuredDoor;

/** What this service measures, as it says at its own address. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class MetricsTest extends MeasuredDoor {
    MetricsTest() {
        super("config");
    }
}
