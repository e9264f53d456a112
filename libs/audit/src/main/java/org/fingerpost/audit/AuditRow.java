package org.fingerpost.audit;

import java.util.Optional;

/** A decision in the database's words; before and after are JSON. */
record AuditRow(
        String who,
        String action,
        String subject,
        Optional<Long> provider,
        Optional<String> before,
        Optional<String> after) {

    /** SQL's null, for an array of the driver's. */
    Long providerOrNull() {
        return provider.orElse(null);
    }

    String beforeOrNull() {
        return before.orElse(null);
    }

    String afterOrNull() {
        return after.orElse(null);
    }
}
