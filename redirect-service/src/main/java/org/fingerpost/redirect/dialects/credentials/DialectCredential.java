package org.fingerpost.redirect.dialects.credentials;

import java.time.Instant;
import java.util.Optional;

/**
 * Who may speak a dialect, and for which provider. Its secret is not here.
 *
 * @param name GAPS' {@code cid}, or the user of HTTP Basic; it is made here and names nobody else
 * @param targetServer where GAPS sends phones by default
 */
public record DialectCredential(
        long id,
        long provider,
        Dialect dialect,
        String name,
        Optional<Long> targetServer,
        Instant madeAt,
        Instant secretMadeAt) {
    String subject() {
        return "dialect-credential/" + id;
    }
}
