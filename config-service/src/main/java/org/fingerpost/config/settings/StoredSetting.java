package org.fingerpost.config.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.formats.pvalue.PValue;

/**
 * One setting as the database and the state topic have it: a secret one is never there in clear.
 *
 * <pre>
 * plain  = { "p": "P47", "value": "…" }
 * secret = { "p": "P34", "sealed": { "keyId": "k1", "nonce": base64, "ciphertext": base64 } }
 * </pre>
 */
public sealed interface StoredSetting {
    PValue p();

    @JsonValue
    Map<String, Object> json();

    /** Not a secret. */
    record Plain(PValue p, String value) implements StoredSetting {
        public Plain {
            if (p.isSecret()) {
                throw new IllegalArgumentException(p + " is a secret and is kept sealed only");
            }
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("p", p.toString(), "value", value);
        }
    }

    record Secret(PValue p, Sealed sealed) implements StoredSetting {
        @Override
        public Map<String, Object> json() {
            return Map.of("p", p.toString(), "sealed", SealedJson.of(sealed));
        }
    }

    /**
     * @throws IllegalArgumentException if it is neither form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StoredSetting of(JsonNode json) {
        PValue p = PValue.parse(json.path("p").asText());
        JsonNode sealed = json.path("sealed");
        if (sealed.isObject() && !json.has("value")) {
            return new Secret(p, SealedJson.read(sealed));
        }
        if (json.path("value").isTextual() && sealed.isMissingNode()) {
            return stored(p, json.path("value").textValue());
        }
        throw new IllegalArgumentException(p + " has neither a value nor a sealed value");
    }

    /** Kept in clear before the P-value was known to be a secret: read all the same. */
    private static StoredSetting stored(PValue p, String value) {
        return p.isSecret() ? new LateSecret(p, value) : new Plain(p, value);
    }

    /**
     * A value that was kept in clear by a version that did not know its P-value for a secret. It is
     * treated as one from now on, and sealed at the next change.
     */
    record LateSecret(PValue p, String value) implements StoredSetting {
        @Override
        public Map<String, Object> json() {
            throw new IllegalStateException(p + " is a secret and is kept sealed only");
        }

        @Override
        public String toString() {
            return p + "=…";
        }
    }
}
