package org.fingerpost.gateway.plugandplay;

import java.util.Optional;
import java.util.Set;

/** A responder's settings in a test. */
record Settings(String address, int port, int rate) implements PlugAndPlayConfig {
    static final String FOLDER = "http://192.168.1.10:8080/gs/";

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Optional<String> url() {
        return Optional.of(FOLDER);
    }

    @Override
    public Optional<String> networkInterface() {
        return Optional.empty();
    }

    @Override
    public Set<String> ouis() {
        return Set.of("000B82");
    }
}
