package org.fingerpost.firmware.compliance;

import java.util.Optional;
import org.fingerpost.rule.Span;

/**
 * Which of a provider's phones.
 *
 * @param otherThan phones that run anything else
 */
record PhoneQuery(
        long provider,
        Optional<Span> range,
        Optional<String> model,
        Optional<String> version,
        Optional<String> otherThan) {}
