package org.fingerpost.drills.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.drills.drilled.Api;
import org.fingerpost.drills.drilled.Imports;
import org.fingerpost.drills.drilled.Outcome;

/** Writes devices, and enters what came of it. */
final class DeviceApi {
    private static final String DEVICES = "/api/v1/devices";
    private static final int PAGE = 1_000;

    private final Api provider;
    private final Imports imports;

    DeviceApi(Api provider) {
        this.provider = provider;
        this.imports = new Imports(provider, "/api/v1/device-imports");
    }

    Imports imports() {
        return imports;
    }

    Outcome<Device> put(Device device, long number) {
        device.number().begin(number, System.nanoTime());
        return settled(
                device,
                provider.put(
                        DEVICES + "/" + device.mac(),
                        Map.of("model", Device.MODEL, "settings", Device.settings(number))));
    }

    Outcome<Device> delete(Device device) {
        device.number().begin(Device.NONE, System.nanoTime());
        return settled(device, provider.delete(DEVICES + "/" + device.mac()));
    }

    private static Outcome<Device> settled(Device device, Api.Reply reply) {
        if (reply.acknowledged()) {
            device.number().acknowledge(System.nanoTime());
        } else if (reply.refused()) {
            device.number().refused();
        }
        return Outcome.of(reply, device);
    }

    /** As the API tells them, by their addresses. */
    Map<String, JsonNode> all() {
        Map<String, JsonNode> devices = new HashMap<>();
        String after = "000000000000";
        JsonNode page;
        do {
            page = provider.get(DEVICES + "?size=" + PAGE + "&after=" + after).body();
            for (JsonNode device : page) {
                after = device.path("mac").asText();
                devices.put(after, device);
            }
        } while (page.size() == PAGE);
        return devices;
    }
}
