package org.fingerpost.cli.batch.order;

import java.util.Optional;

/**
 * Who orders, and what the devices are to be pointed at.
 *
 * @param company its name
 * @param targetServer host, or host and path, as the device is to have it in P237
 * @param firmware a version, if it is to be a certain one
 */
public record Order(
        String company,
        String address,
        Optional<String> contact,
        String targetServer,
        Optional<String> firmware) {}
