package org.fingerpost.cli.storm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The provider whose phones a storm's are. There is one for all storms of an installation, since
 * providers are for good: what it is left with is a name and an address, no phone and no key.
 */
record Owner(long id, String pathKey, String keyId, String apiKey) {
    private static final String NAME = "Fingerpost storm";

    /** With a key for this storm. */
    static Owner of(Api operator) {
        for (JsonNode provider : operator.get("providers")) {
            if (provider.path("companyName").asText().equals(NAME)) {
                return withKey(operator, provider);
            }
        }
        ObjectNode body = object();
        body.put("companyName", NAME);
        body.put("address", "nowhere: a load test");
        body.put("contactEmail", "storm@example.com");
        return withKey(operator, operator.json("POST", "providers", body));
    }

    private static Owner withKey(Api operator, JsonNode provider) {
        long id = provider.path("id").asLong();
        JsonNode key =
                operator.json("POST", "providers/" + id + "/keys", object().put("name", "storm"));
        return new Owner(
                id,
                provider.path("pathKey").asText(),
                key.path("id").asText(),
                key.path("apiKey").asText());
    }

    /** All keys, those of storms that died among them; this one's last. */
    void forgetKeys(Api operator) {
        String keys = "providers/" + id + "/keys";
        for (JsonNode key : operator.get(keys)) {
            if (!key.path("id").asText().equals(keyId)) {
                operator.delete(keys + "/" + key.path("id").asText());
            }
        }
        operator.delete(keys + "/" + keyId);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Owner[" + id + "]";
    }
}
