package org.fingerpost.redirect.routes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * What the state record of a target server tells ({@code
 * org.fingerpost.redirect.target-server.v1}).
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TargetState(long id, long provider, String name, String configUrl, String firmwareUrl) {
    /**
     * Reads a record; words that are not known are passed over.
     *
     * @throws IOException if it is no JSON
     * @throws IllegalArgumentException if it tells of no target server
     */
    static TargetServer read(ObjectMapper json, byte[] value) throws IOException {
        return json.readValue(value, TargetState.class).toServer();
    }

    private TargetServer toServer() {
        return new TargetServer(
                id, provider, name, ServerUrl.parse(configUrl), ServerUrl.parse(firmwareUrl));
    }
}
