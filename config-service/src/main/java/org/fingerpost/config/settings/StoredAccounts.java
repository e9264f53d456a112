package org.fingerpost.config.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.formats.pvalue.PValues;

/** The settings of a device's accounts, by number, with their secrets sealed. */
public record StoredAccounts(@JsonValue List<Account> all) {
    /** The largest phones have sixteen. */
    public static final int LAST = 64;

    private static final ObjectMapper JSON = new ObjectMapper();

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Account(int number, StoredSettings settings) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StoredAccounts {
        all = List.copyOf(all);
    }

    public static StoredAccounts none() {
        return new StoredAccounts(List.of());
    }

    /** Nothing, if the device has no such account. */
    public StoredSettings settings(int number) {
        return all.stream()
                .filter(account -> account.number == number)
                .map(Account::settings)
                .findFirst()
                .orElseGet(StoredSettings::none);
    }

    /** In clear, by ascending number. */
    public SortedMap<Integer, PValues> opened(
            Function<String, Optional<ProviderKey>> keys, Place.Owner device) {
        SortedMap<Integer, PValues> clear = new TreeMap<>();
        for (Account account : all) {
            clear.put(
                    account.number, account.settings.opened(keys, device.account(account.number)));
        }
        return clear;
    }

    /** The same with every secret sealed under this key; itself if they all are. */
    public StoredAccounts under(
            ProviderKey to,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner device,
            SecureRandom random) {
        List<Account> fresh =
                all.stream()
                        .map(account ->
                                new Account(
                                        account.number,
                                        account.settings.under(
                                                to, keys, device.account(account.number), random)))
                        .toList();
        return fresh.equals(all) ? this : new StoredAccounts(fresh);
    }

    /** As they may be shown. */
    public Map<Integer, Map<String, String>> masked() {
        Map<Integer, Map<String, String>> shown = new LinkedHashMap<>();
        all.forEach(account -> shown.put(account.number, account.settings.masked()));
        return shown;
    }

    /** As the database keeps them. */
    public String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("accounts are always JSON", e);
        }
    }

    public static StoredAccounts read(String json) {
        try {
            return JSON.readValue(json, StoredAccounts.class);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may quote the text.
            throw new IllegalStateException("stored accounts cannot be read");
        }
    }
}
