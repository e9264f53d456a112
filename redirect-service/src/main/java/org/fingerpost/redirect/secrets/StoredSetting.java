package org.fingerpost.redirect.secrets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.fingerpost.formats.pvalue.PValue;

/**
 * One setting as the database and the state topic have it: a secret one is never there in clear.
 *
 * <pre>
 * plain  = { "p": "P30", "value": "…" }
 * sealed = { "p": "P1359", "sealed": { "keyId": text, "nonce": base64, "ciphertext": base64 } }
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

    /** AES-256-GCM under the redirect key, bound to target server and P-value. */
    record Sealed(PValue p, String keyId, byte[] nonce, byte[] ciphertext)
            implements StoredSetting {
        @Override
        public Map<String, Object> json() {
            Map<String, Object> box =
                    Map.of("keyId", keyId, "nonce", nonce, "ciphertext", ciphertext);
            return Map.of("p", p.toString(), "sealed", box);
        }

        @Override
        public String toString() {
            return p + "=…";
        }
    }

    /**
     * @throws IllegalArgumentException if it is neither form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StoredSetting of(JsonNode json) {
        PValue p = PValue.parse(json.path("p").asText());
        JsonNode box = json.path("sealed");
        if (box.isObject() && !json.has("value")) {
            return sealed(p, box);
        }
        if (json.path("value").isTextual() && box.isMissingNode()) {
            return new Plain(p, json.path("value").textValue());
        }
        throw new IllegalArgumentException(p + " has neither a value nor a sealed value");
    }

    private static Sealed sealed(PValue p, JsonNode box) {
        try {
            return new Sealed(
                    p,
                    box.path("keyId").asText(),
                    box.required("nonce").binaryValue(),
                    box.required("ciphertext").binaryValue());
        } catch (IOException e) {
            throw new IllegalArgumentException(p + " is sealed in a form that is no base 64");
        }
    }
}
