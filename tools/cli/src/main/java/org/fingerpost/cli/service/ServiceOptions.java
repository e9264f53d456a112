package org.fingerpost.cli.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.wire.Trust;
import picocli.CommandLine.Option;

/** Which config service, and with whose key. */
public final class ServiceOptions {
    private static final String KEY_OPTION = "--api-key-file";

    @Option(
            names = "--config",
            required = true,
            paramLabel = "URL",
            description = "The config service, such as https://config.example.net.")
    private String url;

    @Option(
            names = KEY_OPTION,
            required = true,
            paramLabel = "FILE",
            description = "The API key whose groups, sheets and devices these are.")
    private Path apiKey;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trust the authorities in this PEM file and no other.")
    private Path authorities = Path.of("");

    /**
     * @throws Complaint if an option is none
     */
    public ConfigService service() {
        try {
            return new ConfigService(Address.ofUrl(url), key(), trust());
        } catch (BadAddressException wrong) {
            throw new Complaint("--config " + wrong.getMessage(), wrong);
        }
    }

    private Trust trust() {
        if (authorities.toString().isEmpty()) {
            return Trust.ofSystem();
        }
        try {
            return Trust.ofAuthorities(authorities);
        } catch (IOException unreadable) {
            throw new Complaint(
                    "--ca: " + authorities + " cannot be read or holds no certificate", unreadable);
        }
    }

    private String key() {
        try {
            String key = Files.readString(apiKey).strip();
            if (key.matches("[!-~]+")) {
                return key;
            }
        } catch (IOException unreadable) {
            throw new Complaint(KEY_OPTION + ": " + apiKey + " cannot be read", unreadable);
        }
        throw new Complaint(KEY_OPTION + ": " + apiKey + " holds no API key");
    }
}
