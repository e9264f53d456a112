package org.fingerpost.redirect.routes.nest;

/** Knows which rulings have an answer for an address; the others are passed over. */
@FunctionalInterface
public interface Judge {
    boolean answers(Ruling ruling, long mac);
}
