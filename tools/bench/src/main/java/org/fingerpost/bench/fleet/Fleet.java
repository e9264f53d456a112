package org.fingerpost.bench.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.SealedJson;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * One provider's phones, 1,000,000 unless said. Each has four settings and two variables of its
 * own, one of them a sealed password, over {@link Layers}; the last tenth have their XML sealed.
 */
final class Fleet {
    static final int DEVICES = 1_000_000;
    static final long PROVIDER = 7;
    static final String PATH_KEY = "k3vq7m2xw5zta";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FIRST = MacAddress.parse("000b82000000").bits();
    private static final String MODEL = "GXP2160";

    private final ProviderKey key;
    private final int devices;
    private final SecureRandom random = new SecureRandom();

    Fleet(ProviderKey key, int devices) {
        this.key = key;
        this.devices = devices;
    }

    static MacAddress mac(int device) {
        return new MacAddress(FIRST + device);
    }

    /** The first of the last tenth. */
    int firstSealed() {
        return devices - devices / 10;
    }

    /** The path of a device's file, by its token. */
    String path(int device) {
        MacAddress mac = mac(device);
        String token = key.tokens().token(mac, 1).reveal();
        return "/p/" + PATH_KEY + "/" + token + "/cfg" + mac + ".xml";
    }

    /** Key and value of every device's record. */
    void tell(BiConsumer<String, byte[]> each) {
        for (int device = 0; device < devices; device++) {
            each.accept("device/" + PROVIDER + "/" + mac(device), record(device));
        }
    }

    private byte[] record(int device) {
        MacAddress mac = mac(device);
        Place.Owner owner = Place.Owner.device(PROVIDER, mac);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("provider", PROVIDER);
        record.put("mac", mac.toString());
        record.put("model", MODEL);
        record.put("generation", 1);
        record.put("tokenKey", key.keyId());
        record.put("settings", StoredSettings.sealed(own(device), key, owner, random));
        record.put("variables", StoredVariables.sealed(account(device), key, owner, random));
        if (device >= firstSealed()) {
            var sealed = key.seal(owner.configKey(), "xml-password-" + device, random);
            record.put("configKey", SealedJson.of(sealed));
        }
        return bytes(record);
    }

    private static PValues own(int device) {
        return PValues.of(
                new Setting(PValue.parse("P3"), "Desk " + device),
                new Setting(PValue.parse("P270"), "Desk " + device),
                new Setting(PValue.parse("P64"), "MEZ-1MESZ-2,M3.5.0/02:00:00,M10.5.0/03:00:00"),
                new Setting(PValue.parse("P1346"), "1"));
    }

    private static Map<String, String> account(int device) {
        return Map.of(
                "account.1.user",
                Integer.toString(100_000_000 + device),
                "account.1.password",
                "correct-horse-" + device);
    }

    static byte[] sheet(long revision, PValues settings, Map<String, Object> variable) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("owner", PROVIDER);
        record.put("name", "provider");
        record.put("revision", revision);
        record.put("author", "provider/" + PROVIDER);
        record.put("at", "2026-11-24T09:30:00Z");
        record.put("templates", List.of());
        record.put(
                "settings",
                settings.stream()
                        .map(each -> Map.of("p", each.p().toString(), "value", each.value()))
                        .toList());
        record.put("variables", List.of(variable));
        return bytes(record);
    }

    static byte[] bytes(Map<String, Object> record) {
        try {
            return JSON.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps are always JSON", e);
        }
    }
}
