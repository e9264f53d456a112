package org.fingerpost.fuzz.claim;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Something that must hold for every input. */
public final class Claim {

    private Claim() {}

    /**
     * @param sentence what should have been true
     * @throws AssertionError if it is not
     */
    public static void holds(boolean claim, String sentence) {
        if (!claim) {
            throw new AssertionError("does not hold: " + sentence);
        }
    }

    /**
     * @throws AssertionError if the two differ; it shows both
     */
    public static void same(Object expected, Object actual, String sentence) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(
                    "does not hold: %s%n  expected: %s%n  but is:   %s"
                            .formatted(sentence, expected, actual));
        }
    }

    /**
     * What was read, or nothing if the parser refused it in its own way.
     *
     * @throws AssertionError if it refused it with another class of exception than its own
     */
    public static <T> Optional<T> readOrRefused(
            Class<? extends RuntimeException> refusal, Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (RuntimeException thrown) {
            if (thrown.getClass() != refusal) {
                throw new AssertionError("refused by no " + refusal.getSimpleName(), thrown);
            }
            isTellable(thrown.getMessage());
            return Optional.empty();
        }
    }

    /** A sentence goes to logs and terminals: on one line, no control characters, not endless. */
    public static void isTellable(String sentence) {
        holds(sentence.length() < 400, "a sentence has fewer than 400 characters");
        holds(
                sentence.chars().noneMatch(Character::isISOControl),
                "a sentence has no control characters");
    }
}
