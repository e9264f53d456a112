package org.fingerpost.drills.newer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The next version says more, and nothing else. */
class NewerFieldsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyObjectHasOneFieldMoreAndKeepsItsOthers() throws Exception {
        String value = "{\"mac\":\"000b82000001\",\"settings\":[{\"p\":\"P47\",\"value\":\"\"}]}";

        JsonNode newer = JSON.readTree(NewerFields.in(value.getBytes()));

        assertThat(newer.size()).isEqualTo(3);
        assertThat(newer.path("settings").path(0).size()).isEqualTo(3);
        ((ObjectNode) newer).remove("knownToTheNextVersion");
        ((ObjectNode) newer.path("settings").path(0)).remove("knownToTheNextVersion");
        assertThat(newer).isEqualTo(JSON.readTree(value));
    }
}
