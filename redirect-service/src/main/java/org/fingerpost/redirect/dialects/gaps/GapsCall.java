package org.fingerpost.redirect.dialects.gaps;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a body of GAPS asks for.
 *
 * <pre>
 * { "cid": text, "method": text, "params": { "macs": [ *text ] } }
 * </pre>
 *
 * <p>A {@code cid} of digits may come as a number; {@code params} may be left out, and may hold
 * more, which is passed over.
 *
 * @param cid who says that it is speaking
 * @param macs as they are spelled
 */
record GapsCall(String cid, String method, List<String> macs) {
    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    GapsCall {
        macs = List.copyOf(macs);
    }

    /**
     * @throws IllegalArgumentException with a sentence that quotes nothing, if it asks for nothing
     */
    static GapsCall read(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readValue(body);
        } catch (IOException e) {
            // Without the cause, whose message quotes the text.
            throw new IllegalArgumentException("the body is no JSON");
        }
        JsonNode cid = json.path("cid");
        JsonNode method = json.path("method");
        if (!(cid.isTextual() || cid.isIntegralNumber()) || !method.isTextual()) {
            throw new IllegalArgumentException(
                    "the body is {\"cid\":…,\"method\":…,\"params\":{\"macs\":[…]}}");
        }
        return new GapsCall(
                cid.asText(), method.textValue(), macs(json.path("params").path("macs")));
    }

    private static List<String> macs(JsonNode list) {
        if (!list.isArray() && !list.isMissingNode()) {
            throw new IllegalArgumentException("params.macs is a list");
        }
        List<String> macs = new ArrayList<>(list.size());
        for (JsonNode mac : list) {
            if (!mac.isTextual()) {
                throw new IllegalArgumentException("params.macs is a list of texts");
            }
            macs.add(mac.textValue());
        }
        return macs;
    }
}
