package org.fingerpost.redirect.routes.nest;

/** What becomes of the claim in one place: it is put there, or taken out. */
public sealed interface Edit {
    Claim claim();

    record Put(Claim claim) implements Edit {}

    record Take(Claim claim) implements Edit {}
}
