package org.fingerpost.formats.definition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a P-value takes. A list or range is open unless it is known to be closed: firmware that we
 * have not seen may take a number more.
 */
public sealed interface ValueType {

    /** Why the value, which is not empty, does not fit. */
    Optional<Misfit> misfit(String value);

    /** What fits, for people: {@code 0 (no) or 1 (yes)}. */
    String inWords();

    /** No and yes. Open: many a switch got a third value later. */
    record Switch() implements ValueType {
        @Override
        public Optional<Misfit> misfit(String value) {
            return value.equals("0") || value.equals("1")
                    ? Optional.empty()
                    : Optional.of(
                            new Misfit("choice", "takes " + inWords(), !Shape.isNumber(value)));
        }

        @Override
        public String inWords() {
            return "0 (no) or 1 (yes)";
        }
    }

    /**
     * One of some values; mostly numbers, each with a meaning.
     *
     * @param closed true if there are no others
     */
    record Choice(List<Word> words, boolean closed) implements ValueType {

        /** A value and what it stands for. */
        public record Word(String value, String meaning) {
            @Override
            public String toString() {
                return value + " (" + meaning + ")";
            }
        }

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Optional<Misfit> misfit(String value) {
            if (has(value)) {
                return Optional.empty();
            }
            boolean sure = closed || !Shape.isNumber(value);
            return Optional.of(new Misfit("choice", "takes one of " + inWords(), sure));
        }

        private boolean has(String value) {
            for (Word word : words) {
                if (word.value().equals(value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String inWords() {
            return words.stream().map(Word::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * A whole number, in decimal digits.
     *
     * @param closed true if the bounds hold on any firmware
     */
    record Number(OptionalLong min, OptionalLong max, boolean closed) implements ValueType {
        @Override
        public Optional<Misfit> misfit(String value) {
            if (!Shape.isNumber(value)) {
                return Shape.unless(false, "number", "takes " + inWords());
            }
            long number = Long.parseLong(value);
            return number >= min.orElse(number) && number <= max.orElse(number)
                    ? Optional.empty()
                    : Optional.of(new Misfit("range", "takes " + inWords(), closed));
        }

        @Override
        public String inWords() {
            if (min.isPresent() && max.isPresent()) {
                return "a number from " + min.getAsLong() + " to " + max.getAsLong();
            }
            return "a number"
                    + (min.isPresent() ? " of at least " + min.getAsLong() : "")
                    + (max.isPresent() ? " of at most " + max.getAsLong() : "");
        }
    }

    /**
     * Text.
     *
     * @param max characters at most
     * @param printable true if only ASCII 33 to 126 may stand in it: no blank
     */
    record Text(OptionalInt max, boolean printable) implements ValueType {
        @Override
        public Optional<Misfit> misfit(String value) {
            int longest = max.orElse(Integer.MAX_VALUE);
            if (value.codePointCount(0, value.length()) > longest) {
                return Shape.unless(false, "length", "takes at most " + longest + " characters");
            }
            boolean fits = !printable || value.chars().allMatch(c -> c > 32 && c < 127);
            return Shape.unless(fits, "characters", "takes ASCII 33 to 126 only, no blank");
        }

        @Override
        public String inWords() {
            return "text"
                    + (max.isPresent() ? " of at most " + max.getAsInt() + " characters" : "")
                    + (printable ? ", ASCII 33 to 126 only" : "");
        }
    }

    /** A host, perhaps with a port; several may be separated by commas. */
    record Host() implements ValueType {
        @Override
        public Optional<Misfit> misfit(String value) {
            if (Shape.SCHEME.matcher(value).find()) {
                return Shape.unless(false, "scheme-in-host", "takes a host without a scheme");
            }
            boolean fits = Shape.HOSTS.matcher(value).matches();
            return Shape.unless(fits, "host", "takes " + inWords());
        }

        @Override
        public String inWords() {
            return "a host, with or without a port";
        }
    }

    /** {@code host[:port][/path]}: the scheme stands in another P-value. */
    record HostPath(OptionalInt max) implements ValueType {
        @Override
        public Optional<Misfit> misfit(String value) {
            if (Shape.SCHEME.matcher(value).find()) {
                return Shape.unless(
                        false, "scheme-in-path", "takes host and path without a scheme");
            }
            if (value.chars().anyMatch(c -> c <= 32 || c == 127)) {
                return Shape.unless(false, "characters", "takes a host and path, no blank");
            }
            boolean fits = value.length() <= max.orElse(Integer.MAX_VALUE);
            return Shape.unless(fits, "length", "takes " + inWords());
        }

        @Override
        public String inWords() {
            return "host and path without a scheme"
                    + (max.isPresent() ? ", at most " + max.getAsInt() + " characters" : "");
        }
    }

    /** A certificate or key as PEM text. */
    record Pem() implements ValueType {
        @Override
        public Optional<Misfit> misfit(String value) {
            boolean fits = value.contains("-----BEGIN ") && value.contains("-----END ");
            return Shape.unless(fits, "pem", "takes " + inWords());
        }

        @Override
        public String inWords() {
            return "PEM text, from its BEGIN line to its END line";
        }
    }

    /** Hexadecimal digits. */
    record Hex(int max) implements ValueType {
        @Override
        public Optional<Misfit> misfit(String value) {
            if (!Shape.HEX.matcher(value).matches()) {
                return Shape.unless(false, "hex", "takes hexadecimal digits only");
            }
            return Shape.unless(value.length() <= max, "length", "takes " + inWords());
        }

        @Override
        public String inWords() {
            return "at most " + max + " hexadecimal digits";
        }
    }
}
