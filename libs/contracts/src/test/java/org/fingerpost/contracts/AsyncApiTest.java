package org.fingerpost.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private final JsonNode document = Contracts.asyncApi();

    @Test
    void itIsAsyncApi3() {
        assertThat(document.path("asyncapi").textValue()).isEqualTo("3.0.0");
    }

    @Test
    void everyReferenceResolves() {
        List<String> refs = document.findValuesAsText("$ref");

        assertThat(refs).isNotEmpty();
        assertThat(refs).allSatisfy(ref -> assertThat(resolve(ref).isObject()).as(ref).isTrue());
    }

    @Test
    void everySchemaIsNamed() {
        List<String> files =
                document.findValuesAsText("$ref").stream()
                        .filter(ref -> ref.startsWith("./"))
                        .map(ref -> ref.substring("./".length(), ref.length() - ".json".length()))
                        .distinct()
                        .sorted()
                        .toList();

        assertThat(files).isEqualTo(Contracts.schemas());
    }

    @Test
    void everyMessageIsCalledByTheTypeWhoseSchemaItsPayloadNames() {
        assertThat(document.at("/components/messages").properties())
                .isNotEmpty()
                .allSatisfy(message ->
                        assertThat(message.getValue().at("/payload/schema/$ref").textValue())
                                .isEqualTo(
                                        "./"
                                                + message.getValue().path("name").textValue()
                                                + ".json"));
    }

    @Test
    void everyMessageTravelsOnTheTopicOfItsService() {
        for (Map.Entry<String, JsonNode> channel : document.path("channels").properties()) {
            String topic = channel.getValue().path("address").textValue();
            for (JsonNode message : channel.getValue().path("messages")) {
                String type = resolve(message.path("$ref").textValue()).path("name").textValue();
                assertThat(topic).isEqualTo(topicOf(type));
            }
        }
    }

    private static String topicOf(String type) {
        return switch (type) {
            case "org.fingerpost.sighting.v1", "org.fingerpost.heartbeat.v1" ->
                    "fingerpost.sightings";
            case "org.fingerpost.redirect.notice.v1" -> "fingerpost.notices";
            default -> "fingerpost." + type.split("\\.")[2] + ".state";
        };
    }

    @Test
    void stateTopicsAreCompactedAndHaveOnePartition() {
        assertThat(document.path("channels").properties()).hasSize(5);
        for (JsonNode channel : document.path("channels")) {
            JsonNode kafka = bindings(channel).path("kafka");
            boolean state = channel.path("address").textValue().endsWith(".state");
            assertThat(kafka.path("partitions").intValue()).isEqualTo(state ? 1 : 6);
            assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").textValue())
                    .isEqualTo(state ? "compact" : "delete");
        }
    }

    @Test
    void theKeyOfAStateRecordIsTheSubjectThatItsHeadersDemand() {
        for (JsonNode kind : Contracts.json("state-record-headers.v1.json").path("oneOf")) {
            JsonNode properties = kind.path("properties");
            String type = properties.at("/ce_type/const").textValue();
            assertThat(document.at("/components/messages"))
                    .filteredOn(message -> message.path("name").textValue().equals(type))
                    .singleElement()
                    .satisfies(message ->
                            assertThat(message.at("/bindings/kafka/key/pattern"))
                                    .isEqualTo(properties.at("/ce_subject/pattern")));
        }
    }

    private JsonNode bindings(JsonNode channel) {
        JsonNode bindings = channel.path("bindings");
        return bindings.has("$ref") ? resolve(bindings.path("$ref").textValue()) : bindings;
    }

    private JsonNode resolve(String ref) {
        return ref.startsWith("#")
                ? document.at(ref.substring(1))
                : Contracts.json(ref.substring("./".length()));
    }
}
