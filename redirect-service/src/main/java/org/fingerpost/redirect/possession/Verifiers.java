package org.fingerpost.redirect.possession;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the verifier, unless somebody brought one. */
@ApplicationScoped
class Verifiers {
    /** {@code fingerpost.ranges.possession}. */
    enum Kind {
        /** Whoever asks first is believed; the operator looks at what is pending. */
        NONE,
        /** The codes of the cartons that the operator loaded. */
        CARTONS
    }

    @Produces
    @Singleton
    @DefaultBean
    static PossessionVerifier verifier(
            @ConfigProperty(name = "fingerpost.ranges.possession", defaultValue = "none") Kind kind,
            Cartons cartons) {
        return switch (kind) {
            case NONE -> (provider, first, last, proofs) -> true;
            case CARTONS -> (provider, first, last, proofs) -> cartons.show(first, last, proofs);
        };
    }
}
