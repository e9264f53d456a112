package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.MeasuredDoor;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What this service measures, as it says at its own address. */
@QuarkusTest
@QuarkusTestResource(RedirectTopic.class)
@QuarkusTestResource(Backends.class)
class MetricsTest extends MeasuredDoor {
    MetricsTest() {
        super("firmware");
    }

    @Test
    void eachStateOfARolloutHasASeries() {
        String all =
                Soon.until(MeasuredDoor::metrics, text -> text.contains("fingerpost_rollouts{"));

        assertThat(List.of("draft", "running", "paused", "completed", "aborted", "rolled-back"))
                .allSatisfy(state ->
                        assertThat(all).contains("fingerpost_rollouts{state=\"" + state + "\"} "));
    }
}
