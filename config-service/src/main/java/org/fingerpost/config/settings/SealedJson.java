package org.fingerpost.config.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.fingerpost.config.secrets.Sealed;

/** A sealed value as JSON: {@code {"keyId": "k1", "nonce": base64, "ciphertext": base64}}. */
public final class SealedJson {
    private SealedJson() {}

    public static Map<String, Object> of(Sealed sealed) {
        return Map.of(
                "keyId", sealed.keyId(),
                "nonce", sealed.nonce(),
                "ciphertext", sealed.ciphertext());
    }

    public static Sealed read(JsonNode box) {
        try {
            return new Sealed(
                    box.path("keyId").asText(),
                    box.path("nonce").binaryValue(),
                    box.path("ciphertext").binaryValue());
        } catch (IOException e) {
            throw new UncheckedIOException("a sealed value is no base 64", e);
        }
    }
}
