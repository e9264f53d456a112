package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.Test;

/** A door without a control plane has no page for people: it could not keep what they say. */
@QuarkusTest
@TestProfile(DoorAloneTest.Alone.class)
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(DoorAloneTest.TopicFromElsewhere.class)
@QuarkusTestResource(Backends.class)
class DoorAloneTest {
    /** The topic that a control plane elsewhere has made; a door waits for it. */
    public static final class TopicFromElsewhere implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
                NewTopic topic = new NewTopic("fingerpost.config.state", 1, (short) 1);
                admin.createTopics(List.of(topic.configs(Map.of("cleanup.policy", "compact"))));
            }
            return Map.of();
        }

        @Override
        public void stop() {
            // The broker ends with the JVM.
        }
    }

    /** No database is asked. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fingerpost.planes", "data");
        }
    }

    @Test
    void whatOnlyAControlPlaneKnowsIsNotMeasured() {
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("fingerpost_replica_age_seconds")
                .doesNotContain("fingerpost_database_up", "fingerpost_outbox");
    }

    @Test
    void thereIsNoPageAtADoorThatStandsAlone() {
        Customer acme = PlayedRedirect.customer();
        String page = "/claim/" + acme.pathKey();

        RestAssured.get(page).then().statusCode(404);
        RestAssured.given()
                .formParam("mac", "000b82650001")
                .formParam("pin", "31415926")
                .post(page)
                .then()
                .statusCode(404);
        RestAssured.get("/p/" + acme.pathKey() + "/cfg000b82650001")
                .then()
                .statusCode(404)
                .header("Content-Length", equalTo("0"));
    }
}
