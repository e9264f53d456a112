package org.fingerpost.config.devices;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.settings.SealedJson;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

@Entity
@Table(name = "device")
class DeviceRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    long mac;
    String model;
    int generation;
    Instant armedAt;
    Instant armedUntil;
    String groupName;
    String settings;
    String login;
    String tokenKey;
    String variables;
    String accounts;
    String shape;
    String draft;
    long revision;
    String configKey;
    String configKeyBefore;
    String configKeyState;
    Instant configKeyAt;

    Said said() {
        return new Said(
                model,
                groupName,
                StoredSettings.read(settings),
                StoredVariables.read(variables),
                StoredAccounts.read(accounts));
    }

    /** What it is to say later, if something is held back. */
    Optional<Said> heldBack() {
        return Optional.ofNullable(draft).map(Said::read);
    }

    void put(Said said) {
        model = said.model();
        groupName = said.group();
        settings = said.settings().write();
        variables = said.variables().write();
        accounts = said.accounts().write();
        shape = said.shape().toString();
        draft = null;
    }

    Device toDevice() {
        return new Device(
                providerId,
                new MacAddress(mac),
                revision > 0,
                said(),
                heldBack(),
                generation,
                tokenKey,
                StoredSettings.read(login),
                armedUntil,
                Optional.ofNullable(configKey).map(SealedJson::parse),
                KeyState.of(configKeyState));
    }
}
