package org.fingerpost.formats.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was found. No text in it quotes a value, save the MAC address and names of firmware.
 *
 * @param faults in the order of their offsets
 */
public record Inspection(FileKind kind, List<Fact> facts, List<Fault> faults) {

    /** True if no fault is an error: the file reads, as far as is known here. */
    public boolean isSound() {
        return faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR);
    }

    /** Something to know, such as {@code settings}: {@code 30, 2 of them secret}. */
    public record Fact(String name, String text) {}

    /**
     * Something wrong.
     *
     * @param offset in bytes from 0
     * @param sentence what, and what should be instead
     */
    public record Fault(int offset, Severity severity, String sentence) {}

    public enum Severity {
        /** Nobody reads the file, or a phone is known to reject it. */
        ERROR,

        /**
         * Is read, but was not written as it should be, or is read by some otherwise than meant.
         */
        WARNING
    }

    /** Collects what inspectors find. */
    static final class Findings {

        private final List<Fact> facts = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        void fact(String name, String text) {
            facts.add(new Fact(name, text));
        }

        void error(int offset, String sentence) {
            faults.add(new Fault(offset, Severity.ERROR, sentence));
        }

        void warning(int offset, String sentence) {
            faults.add(new Fault(offset, Severity.WARNING, sentence));
        }

        boolean hasError() {
            return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
        }

        Inspection of(FileKind kind) {
            faults.sort(Comparator.comparingInt(Fault::offset));
            return new Inspection(kind, List.copyOf(facts), List.copyOf(faults));
        }
    }
}
