package org.fingerpost.firmware.rollouts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.waves.Limits;
import org.fingerpost.firmware.waves.StartWindow;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Salt;

/**
 * A release on its way to a provider's phones.
 *
 * @param previous what a rollback gives back; empty if nobody has said
 * @param reason why it was paused, if not by a person; empty otherwise
 * @param rule open as far as the last open wave
 * @param madeBy the id of the API key
 */
public record Rollout(
        long id,
        long provider,
        long release,
        Version version,
        Optional<Long> previous,
        State state,
        String reason,
        Rule rule,
        List<Wave> waves,
        StartWindow window,
        Limits limits,
        Telling telling,
        Instant madeAt,
        String madeBy,
        Optional<String> approvedBy) {
    public Rollout {
        waves = List.copyOf(waves);
    }

    /** What phones are told besides where the release is; empty: nothing. */
    public record Telling(Optional<Integer> autoUpgrade, Optional<Integer> check) {}

    /** How far it is. */
    public enum State {
        DRAFT,
        RUNNING,
        PAUSED,
        COMPLETED,
        ABORTED,
        ROLLED_BACK;

        /** As JSON and SQL spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Nothing more will happen by itself, and it can be deleted. */
        public boolean isOver() {
            return switch (this) {
                case COMPLETED, ABORTED, ROLLED_BACK, DRAFT -> true;
                case RUNNING, PAUSED -> false;
            };
        }
    }

    /** The waves that are open. */
    public List<Wave> open() {
        return waves.stream().filter(wave -> wave.opened().isPresent()).toList();
    }

    /** When the first of its waves opened; empty if none has. */
    public Optional<Instant> openedAt() {
        return open().stream()
                .flatMap(wave -> wave.opened().stream())
                .map(Wave.Opened::at)
                .findFirst();
    }

    /** The wave that opens next; empty if all are open. */
    public Optional<Wave> next() {
        return waves.stream().filter(wave -> wave.opened().isEmpty()).findFirst();
    }

    /**
     * The rule as doors are told it. While a rollout rests it lets in only who has the release
     * already: nobody new gets it, and nobody is led back.
     */
    public Rule told() {
        return switch (state) {
            case RUNNING, COMPLETED, DRAFT, ROLLED_BACK -> rule;
            case PAUSED, ABORTED ->
                    new Rule(
                            rule.names(),
                            rule.ranges(),
                            Set.of(version.text()),
                            rule.salt(),
                            rule.open());
        };
    }

    /** The same with these waves. */
    Rollout with(List<Wave> others) {
        return new Rollout(
                id,
                provider,
                release,
                version,
                previous,
                state,
                reason,
                rule,
                others,
                window,
                limits,
                telling,
                madeAt,
                madeBy,
                approvedBy);
    }

    /** Nobody new gets it, for now or for good. */
    boolean rests() {
        return state == State.PAUSED || state == State.ABORTED;
    }

    /** The place from which the next wave begins. */
    public long from(Wave wave) {
        return waves.stream()
                .filter(each -> each.position() < wave.position())
                .flatMap(each -> each.opened().stream())
                .mapToLong(Wave.Opened::place)
                .max()
                .orElse(0);
    }

    /** When the wave opened that let in the phones at a place; empty if none has. */
    public Optional<Instant> letInAt(long place) {
        return open().stream()
                .flatMap(each -> each.opened().stream())
                .filter(opened -> place < opened.place())
                .map(Wave.Opened::at)
                .findFirst();
    }

    static String key(long id) {
        return "rollout/" + id;
    }

    public Salt salt() {
        return rule.salt();
    }
}
