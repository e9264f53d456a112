package org.fingerpost.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    private static final Schema META_SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(SchemaLocation.of(Contracts.META_SCHEMA));

    /** They tell what has happened, not what is true now. */
    private static final Set<String> EVENTS =
            Set.of(
                    "org.fingerpost.sighting.v1",
                    "org.fingerpost.heartbeat.v1",
                    "org.fingerpost.redirect.notice.v1");

    static List<String> schemas() {
        return Contracts.schemas();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaIsValidAgainstTheMetaSchemaItNames(String name) {
        JsonNode schema = Contracts.json(name + ".json");

        assertThat(schema.path("$schema").textValue()).isEqualTo(Contracts.META_SCHEMA);
        assertThat(META_SCHEMA.validate(schema)).isEmpty();
    }

    @Test
    void theMetaSchemaRefusesWhatIsNoSchema() {
        JsonNode broken = Contracts.json("examples/org.fingerpost.redirect.range.v1.json");
        ((ObjectNode) broken).put("type", "objekt");

        assertThat(META_SCHEMA.validate(broken)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaCarriesTheNameOfItsFile(String name) {
        assertThat(Contracts.json(name + ".json").path("$id").textValue())
                .isEqualTo("urn:fingerpost:contracts:" + name);
        assertThat(name).matches("[a-z-]+(\\.[a-z-]+)*\\.v[1-9][0-9]*");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyObjectRefusesWordsThatItDoesNotKnow(String name) {
        List<String> lax = new ArrayList<>();
        findLaxObjects(Contracts.json(name + ".json"), "#", lax);

        assertThat(lax).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyPatternHoldsTheWholeString(String name) {
        assertThat(Contracts.json(name + ".json").findValuesAsText("pattern"))
                .allSatisfy(pattern -> assertThat(pattern).startsWith("^").endsWith("$"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyReferenceStaysInItsFileAndResolves(String name) {
        JsonNode schema = Contracts.json(name + ".json");

        assertThat(schema.findValuesAsText("$ref"))
                .allSatisfy(ref -> {
                    assertThat(ref).startsWith("#/");
                    assertThat(schema.at(ref.substring(1)).isMissingNode()).isFalse();
                });
    }

    @Test
    void oneWordMeansTheSameInEverySchema() {
        Map<String, JsonNode> meanings = new HashMap<>();
        for (String name : Contracts.schemas()) {
            for (Map.Entry<String, JsonNode> word :
                    Contracts.json(name + ".json").path("$defs").properties()) {
                JsonNode known = meanings.putIfAbsent(word.getKey(), word.getValue());
                assertThat(known == null || known.equals(word.getValue()))
                        .as("%s in %s", word.getKey(), name)
                        .isTrue();
            }
        }
        assertThat(meanings).containsKeys("mac", "settings", "gone");
    }

    @Test
    void theHeadersOfAStateRecordKnowExactlyTheStateRecordsThatHaveASchema() {
        var known = new TreeSet<String>();
        for (JsonNode kind : Contracts.json("state-record-headers.v1.json").path("oneOf")) {
            known.add(kind.at("/properties/ce_type/const").textValue());
        }

        assertThat(known)
                .containsExactlyElementsOf(
                        Contracts.schemas().stream()
                                .filter(name -> name.startsWith("org.fingerpost."))
                                .filter(name -> !EVENTS.contains(name))
                                .toList());
    }

    /**
     * An object is what lists properties and is no mere condition on an object listed elsewhere.
     */
    private static void findLaxObjects(JsonNode node, String where, List<String> lax) {
        if ("object".equals(node.path("type").textValue())
                && !node.path("additionalProperties").isBoolean()) {
            lax.add(where);
        }
        if (node.path("additionalProperties").asBoolean(false)) {
            lax.add(where);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry ->
                            findLaxObjects(entry.getValue(), where + "/" + entry.getKey(), lax));
        } else {
            node.forEach(element -> findLaxObjects(element, where + "/-", lax));
        }
    }
}
