package org.fingerpost.config.devices.copies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fingerpost.config.devices.wishes.WishedDevice;
import org.fingerpost.config.layers.variables.WishedVariables;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * A device with its secrets in clear, to be sealed elsewhere.
 *
 * @param told what its phone is told; empty if it was never told anything
 * @param heldBack what it is to be told later
 * @param login if its provider has chosen one
 * @param configKey the XML password that the phone is taken to have
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeviceCopy(
        String mac,
        Optional<Words> told,
        Optional<Words> heldBack,
        Optional<Login> login,
        Optional<String> configKey) {

    /** Refuses what lacks something, which comes from elsewhere. */
    public DeviceCopy {
        MacAddress.parse(mac);
    }

    /** A device's own words. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Words(
            String model,
            Optional<String> group,
            Map<String, String> settings,
            Map<String, String> variables,
            SortedMap<Integer, Map<String, String>> accounts) {

        public Words {
            Objects.requireNonNull(model);
            settings.values().forEach(Objects::requireNonNull);
            variables.values().forEach(Objects::requireNonNull);
            accounts.values().forEach(account -> account.values().forEach(Objects::requireNonNull));
        }

        WishedDevice wish() {
            SortedMap<Integer, WishedSettings> wished = new TreeMap<>();
            accounts.forEach((number, settings) -> wished.put(number, wish(settings)));
            return new WishedDevice(
                    model, group, wish(settings), new WishedVariables(variables), wished);
        }

        private static WishedSettings wish(Map<String, String> settings) {
            PValues.Builder values = PValues.builder();
            settings.forEach((p, value) -> values.put(Setting.of(p, value)));
            return new WishedSettings(values.build());
        }

        static Map<String, String> clear(PValues settings) {
            Map<String, String> clear = new LinkedHashMap<>();
            settings.forEach(setting -> clear.put(setting.p().toString(), setting.value()));
            return clear;
        }

        @Override
        public String toString() {
            return "Words[…]";
        }
    }

    /** Name and password. */
    public record Login(String user, String password) {
        public Login {
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    @Override
    public String toString() {
        return "DeviceCopy[" + mac + "]";
    }
}
