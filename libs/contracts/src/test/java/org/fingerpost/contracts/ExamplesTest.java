package org.fingerpost.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExamplesTest {

    @Test
    void everySchemaHasExamplesAndNothingElseHas() {
        assertThat(Contracts.examples()).isEqualTo(Contracts.schemas());
    }

    @TestFactory
    Stream<DynamicTest> goodExamplesPass() {
        return Contracts.examples().stream()
                .flatMap(name ->
                        examples(name, "good")
                                .map(example ->
                                        passes(name, example.getKey(), example.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> aGoodExampleWithOneThingSpoiledFails() {
        return Contracts.examples().stream()
                .flatMap(name -> {
                    JsonNode good = examples(name, "good").findFirst().get().getValue();
                    return examples(name, "spoiled")
                            .map(change ->
                                    fails(name, change.getKey(), patched(good, change.getValue())));
                });
    }

    @TestFactory
    Stream<DynamicTest> badExamplesFail() {
        return Contracts.examples().stream()
                .flatMap(name ->
                        examples(name, "bad")
                                .map(example -> fails(name, example.getKey(), example.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> takingAnyRequiredWordAwayFromAGoodExampleFails() {
        return Contracts.examples().stream()
                .flatMap(name -> {
                    ObjectNode good =
                            (ObjectNode) examples(name, "good").findFirst().get().getValue();
                    return requiredWords(name)
                            .map(word ->
                                    fails(name, "without " + word, good.deepCopy().without(word)));
                });
    }

    @Test
    void aLongSealedValueIsReadWithoutExhaustingTheStack() {
        ObjectNode key =
                (ObjectNode)
                        examples("org.fingerpost.config.provider-key.v1", "good")
                                .findFirst()
                                .get()
                                .getValue();
        key.put("ciphertext", "abcd".repeat(40_000));

        assertThat(Contracts.schema("org.fingerpost.config.provider-key.v1").validate(key))
                .isEmpty();
    }

    private static DynamicTest passes(String name, String what, JsonNode example) {
        Schema schema = Contracts.schema(name);
        return DynamicTest.dynamicTest(
                name + ": " + what, () -> assertThat(schema.validate(example)).isEmpty());
    }

    private static DynamicTest fails(String name, String what, JsonNode example) {
        Schema schema = Contracts.schema(name);
        return DynamicTest.dynamicTest(
                name + ": " + what,
                () -> assertThat(schema.validate(example)).as(example.toString()).isNotEmpty());
    }

    private static Stream<Map.Entry<String, JsonNode>> examples(String name, String section) {
        JsonNode examples = Contracts.json("examples/" + name + ".json").path(section);
        assertThat(examples.isObject()).as("%s of %s", section, name).isTrue();
        return examples.properties().stream();
    }

    /** Of a state record, what its value must hold; of anything else, what the whole must hold. */
    private static Stream<String> requiredWords(String name) {
        JsonNode schema = Contracts.json(name + ".json");
        JsonNode record = schema.at(schema.at("/oneOf/0/$ref").asText("#").substring(1));
        assertThat(record.path("required").isEmpty()).as("required words of %s", name).isFalse();
        return record.path("required").valueStream().map(JsonNode::textValue);
    }

    /** RFC 7396. */
    private static JsonNode patched(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result =
                target.isObject() ? target.deepCopy() : ((ObjectNode) patch).objectNode();
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.path(change.getKey());
                result.set(change.getKey(), patched(before, change.getValue()));
            }
        }
        return result;
    }
}
