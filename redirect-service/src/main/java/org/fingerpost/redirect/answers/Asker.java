package org.fingerpost.redirect.answers;

/**
 * Who asks, as far as the answer depends on it.
 *
 * @param model as the phone spells it, empty if it does not say
 * @param secure whether the connection is TLS
 * @param carries whether the phone put a prefix or postfix to the name it asked for
 */
public record Asker(String model, boolean secure, boolean carries) {}
