package org.fingerpost.config.layers.variables;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.config.settings.SealedJson;

/**
 * A variable as the database and the state topic have it: a secret one is never there in clear.
 *
 * <pre>
 * plain  = { "name": "sip.server", "value": "…" }
 * secret = { "name": "account.1.password", "sealed": { "keyId", "nonce", "ciphertext" } }
 * </pre>
 */
public sealed interface StoredVariable {
    String name();

    @JsonValue
    Map<String, Object> json();

    record Plain(String name, String value) implements StoredVariable {
        public Plain {
            if (Variable.isSecret(name)) {
                throw new IllegalArgumentException(name + " is a secret and is kept sealed only");
            }
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("name", name, "value", value);
        }
    }

    record Secret(String name, Sealed sealed) implements StoredVariable {
        @Override
        public Map<String, Object> json() {
            return Map.of("name", name, "sealed", SealedJson.of(sealed));
        }
    }

    /**
     * @throws IllegalArgumentException if it is neither form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StoredVariable of(JsonNode json) {
        String name = json.path("name").asText();
        JsonNode sealed = json.path("sealed");
        if (sealed.isObject() && !json.has("value")) {
            return new Secret(name, SealedJson.read(sealed));
        }
        if (json.path("value").isTextual() && sealed.isMissingNode()) {
            return new Plain(name, json.path("value").textValue());
        }
        throw new IllegalArgumentException(name + " has neither a value nor a sealed value");
    }
}
