package org.fingerpost.redirect.routes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.fingerpost.redirect.secrets.StoredSetting;

/**
 * The state record {@code target/{id}}. What is empty or 0 is left out; records of before a word
 * was known lack it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record TargetState(
        long id,
        long provider,
        String name,
        String configUrl,
        String firmwareUrl,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String configPrefix,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String configPostfix,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String firmwarePrefix,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String firmwarePostfix,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String autoUpgrade,
        int checkIntervalMinutes,
        int spreadInterval,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) byte[] spreadKey,
        int dhcpOverride,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StoredSetting> settings,
        boolean httpRedirect) {

    public TargetState {
        configPrefix = orEmpty(configPrefix);
        configPostfix = orEmpty(configPostfix);
        firmwarePrefix = orEmpty(firmwarePrefix);
        firmwarePostfix = orEmpty(firmwarePostfix);
        autoUpgrade = orEmpty(autoUpgrade);
        spreadKey = spreadKey == null ? new byte[0] : spreadKey;
        settings = settings == null ? List.of() : List.copyOf(settings);
    }

    public static TargetState of(TargetServer server) {
        Instructions instructions = server.instructions();
        Checks checks = instructions.checks();
        return new TargetState(
                server.id(),
                server.provider(),
                server.name(),
                server.configUrl().toString(),
                server.firmwareUrl().toString(),
                instructions.configNames().prefix(),
                instructions.configNames().postfix(),
                instructions.firmwareNames().prefix(),
                instructions.firmwareNames().postfix(),
                checks.autoUpgrade() == AutoUpgrade.KEEP ? "" : checks.autoUpgrade().word(),
                checks.intervalMinutes(),
                checks.spreadMinutes(),
                checks.areSpread() ? checks.key().bytes() : new byte[0],
                instructions.dhcpOverride(),
                instructions.settings(),
                instructions.httpRedirect());
    }

    /**
     * @throws IllegalArgumentException if the record says something that cannot be
     * @throws IOException if it is no such record
     */
    static TargetServer read(ObjectMapper json, byte[] value) throws IOException {
        return json.readValue(value, TargetState.class).toServer();
    }

    private TargetServer toServer() {
        return new TargetServer(
                id,
                provider,
                name,
                ServerUrl.parse(configUrl),
                ServerUrl.parse(firmwareUrl),
                new Instructions(
                        new Affixes(configPrefix, configPostfix),
                        new Affixes(firmwarePrefix, firmwarePostfix),
                        new Checks(
                                autoUpgrade.isEmpty()
                                        ? AutoUpgrade.KEEP
                                        : AutoUpgrade.of(autoUpgrade),
                                checkIntervalMinutes,
                                spreadInterval,
                                spreadKey.length == 0 ? SpreadKey.NONE : SpreadKey.of(spreadKey)),
                        dhcpOverride,
                        settings,
                        httpRedirect));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
