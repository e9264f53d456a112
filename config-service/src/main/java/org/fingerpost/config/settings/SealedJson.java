package org.fingerpost.config.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.fingerpost.config.secrets.seals.Sealed;

/** A sealed value as JSON: {@code {"keyId": "k1", "nonce": base64, "ciphertext": base64}}. */
public final class SealedJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SealedJson() {}

    public static String write(Sealed sealed) {
        try {
            return JSON.writeValueAsString(of(sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed value is always JSON", e);
        }
    }

    public static Sealed parse(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored sealed value cannot be read");
        }
    }

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
