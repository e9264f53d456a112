package org.fingerpost.redirect.providers;

/**
 * A customer who owns phones and runs servers.
 *
 * @param pathKey names the provider in its doors' paths; it routes, it does not admit
 */
public record Provider(
        long id, String companyName, String address, String contactEmail, String pathKey) {}
