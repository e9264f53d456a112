package org.fingerpost.cli.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.storm.fleet.Site;
import org.fingerpost.cli.wire.Trust;
import picocli.CommandLine.Option;

/** Which installation a storm is for; nothing of it for a simulation. */
final class SiteOptions {
    @Option(
            names = "--redirect",
            paramLabel = "URL",
            description = "The redirect service, such as http://127.0.0.1:8081.")
    private Optional<String> redirect = Optional.empty();

    @Option(names = "--config", paramLabel = "URL", description = "The config service.")
    private Optional<String> config = Optional.empty();

    @Option(names = "--firmware", paramLabel = "URL", description = "The firmware service.")
    private Optional<String> firmware = Optional.empty();

    @Option(
            names = "--operator-key",
            paramLabel = "KEY",
            description = "The operator's key; whoever sees this machine's processes sees it.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--operator-key-file",
            paramLabel = "FILE",
            description = "A file that holds the operator's key.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trust the authorities in this PEM file and no other.")
    private Optional<Path> authorities = Optional.empty();

    boolean areGiven() {
        return redirect.isPresent()
                || config.isPresent()
                || firmware.isPresent()
                || key.isPresent()
                || keyFile.isPresent()
                || authorities.isPresent();
    }

    Optional<Path> authorities() {
        return authorities;
    }

    /**
     * @throws IllegalArgumentException with a sentence, if something is missing or wrong
     */
    Site site() {
        return new Site(
                address("--redirect", redirect),
                address("--config", config),
                address("--firmware", firmware),
                operatorKey(),
                trust());
    }

    private static Address address(String option, Optional<String> url) {
        try {
            return Address.ofUrl(
                    url.orElseThrow(() ->
                            new IllegalArgumentException(option + " is missing: which service?")));
        } catch (BadAddressException wrong) {
            throw new IllegalArgumentException(option + " " + wrong.getMessage(), wrong);
        }
    }

    private String operatorKey() {
        if (key.isPresent() == keyFile.isPresent()) {
            throw new IllegalArgumentException(
                    "say --operator-key or --operator-key-file, and not both");
        }
        String read = key.orElseGet(() -> keyOf(keyFile.orElseThrow()));
        if (!read.matches("[!-~]+")) {
            throw new IllegalArgumentException("the operator's key is no API key");
        }
        return read;
    }

    private static String keyOf(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "--operator-key-file: " + file + " cannot be read", unreadable);
        }
    }

    private Trust trust() {
        try {
            return authorities.isPresent()
                    ? Trust.ofAuthorities(authorities.get())
                    : Trust.ofSystem();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "--ca: the file cannot be read or holds no certificate", unreadable);
        }
    }
}
