package org.fingerpost.config.devices;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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
    String settings;

    Device toDevice() {
        return new Device(
                providerId,
                new MacAddress(mac),
                model,
                StoredSettings.read(settings),
                generation,
                armedUntil);
    }
}
