package org.fingerpost.config.assembly;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.config.settings.SealedJson;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;

/**
 * A device as the state topic tells it. {@code armedUntil} is absent when no window is open, {@code
 * group}, {@code variables} and {@code accounts} when there are none, {@code login} and {@code
 * tokenKey} when it was written before keys were changed.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DeviceState(
        String model,
        long generation,
        String tokenKey,
        String armedUntil,
        String group,
        StoredSettings settings,
        StoredVariables variables,
        StoredAccounts accounts,
        JsonNode configKey,
        StoredSettings login) {
    DeviceState {
        tokenKey = tokenKey == null ? ProviderKey.FIRST : tokenKey;
        variables = variables == null ? StoredVariables.none() : variables;
        accounts = accounts == null ? StoredAccounts.none() : accounts;
        login = login == null ? StoredSettings.none() : login;
    }

    /** The password under which its XML is sealed. */
    Optional<Sealed> sealedUnder() {
        return Optional.ofNullable(configKey).filter(JsonNode::isObject).map(SealedJson::read);
    }

    Optional<String> inGroup() {
        return Optional.ofNullable(group);
    }

    /** The epoch, long over, when the record has none. */
    Instant windowEnd() {
        return Optional.ofNullable(armedUntil).map(Instant::parse).orElse(Instant.EPOCH);
    }
}
