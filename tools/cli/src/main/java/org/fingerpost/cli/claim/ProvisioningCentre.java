package org.fingerpost.cli.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.walk.Body;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Reply;

/**
 * A provider's telephone system: the phone has called, somebody has entered number and PIN, and it
 * claims the phone.
 *
 * @param service the config service, without a path
 * @param apiKey the provider's
 * @param number what was entered with the PIN; empty if nothing was
 */
public record ProvisioningCentre(
        PhoneClient client, Address service, String apiKey, String pin, String number) {

    /** What came of the claim. */
    public record Said(Address address, int status, String sentence, long millis) {
        public boolean claimed() {
            return status == 200 || status == 201;
        }
    }

    Said claim(Phone phone) {
        var address = service.file("api/v1/claims");
        var body = new Body();
        var fields =
                Map.of("Authorization", "Bearer " + apiKey, "Content-Type", "application/json");
        return switch (client.post(address, fields, claimOf(phone).getBytes(UTF_8), body)) {
            case Reply.Silence(var reason, var millis) -> new Said(address, 0, reason, millis);
            case Reply.Answer answer ->
                    new Said(address, answer.status(), detail(body), answer.millis());
        };
    }

    private String claimOf(Phone phone) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("mac", phone.mac().digits());
        json.put("model", phone.model());
        // What a call from the phone would be known by.
        json.put("caller", "sip:" + phone.mac().digits());
        json.put("pin", pin);
        if (!number.isEmpty()) {
            json.put("number", number);
        }
        return json.toString();
    }

    /** Why the service refuses, in its own words. */
    private static String detail(Body body) {
        try {
            return new ObjectMapper().readTree(body.bytes()).path("detail").asText();
        } catch (IOException e) {
            return "";
        }
    }

    /** Without key and PIN. */
    @Override
    public String toString() {
        return "ProvisioningCentre[" + service + "]";
    }
}
