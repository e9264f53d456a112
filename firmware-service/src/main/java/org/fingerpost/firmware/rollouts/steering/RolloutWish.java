package org.fingerpost.firmware.rollouts.steering;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.rollouts.Wave;
import org.fingerpost.firmware.waves.Limits;
import org.fingerpost.firmware.waves.StartWindow;
import org.fingerpost.firmware.waves.WaveSize;
import org.fingerpost.problems.Problem;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Span;

/**
 * What a provider asks for.
 *
 * @param previous the release that a rollback gives back
 * @param models of the release's family; nothing: all of them
 * @param ranges of addresses; nothing: all
 * @param running versions that phones have; nothing: any
 * @param groups always refused: see docs/rollouts.md
 * @param waves how many phones have been let in when each is open; 1 percent, 10, 100 if not said
 */
record RolloutWish(
        @Min(1) long release,
        Optional<@Min(1) Long> previous,
        Optional<@Size(max = Rule.MOST_NAMES) List<@NotBlank String>> models,
        Optional<@Size(max = Rule.MOST_RANGES) List<@NotNull @Valid Range>> ranges,
        Optional<@Size(max = Rule.MOST_NAMES) List<@NotBlank String>> running,
        Optional<List<String>> groups,
        Optional<@Size(min = 1, max = 100) List<@NotNull @Valid Step>> waves,
        Optional<@Valid Window> window,
        Optional<@Valid Threshold> limits,
        @JsonProperty("P194") Optional<@Min(0) @Max(3) Integer> autoUpgrade,
        @JsonProperty("P238") Optional<@Min(0) @Max(2) Integer> check) {
    /** First to last address. */
    record Range(@NotBlank String first, @NotBlank String last) {}

    /** A wave: a count or a percentage. */
    record Step(Optional<Long> count, Optional<Integer> percent) {
        WaveSize size() {
            if (count.isPresent() == percent.isPresent()) {
                throw new IllegalArgumentException("waves: each has a count or a percent");
            }
            return count.<WaveSize>map(WaveSize.Count::new)
                    .orElseGet(() -> new WaveSize.Percent(percent.orElseThrow()));
        }
    }

    /** Hours of the day, in a zone; {@code zone} such as {@code Europe/Berlin}. */
    record Window(
            Optional<LocalDate> firstDay,
            Optional<LocalTime> from,
            Optional<LocalTime> until,
            @NotNull ZoneId zone) {
        StartWindow window() {
            return new StartWindow(
                    firstDay.orElse(LocalDate.EPOCH),
                    from.orElse(LocalTime.MIN),
                    until.orElse(LocalTime.MIN),
                    zone);
        }
    }

    /** What is not said: 90 % success, 2 % errors, from 3 errors on, 15 minutes, 4 hours. */
    record Threshold(
            Optional<Integer> successPercent,
            Optional<Integer> errorPercent,
            Optional<Integer> leastErrors,
            Optional<@Min(1) @Max(43_200) Integer> settleMinutes,
            Optional<@Min(1) @Max(43_200) Integer> backMinutes) {
        static final Threshold USUAL =
                new Threshold(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        Limits limits() {
            return new Limits(
                    successPercent.orElse(90),
                    errorPercent.orElse(2),
                    leastErrors.orElse(3),
                    Duration.ofMinutes(settleMinutes.orElse(15)),
                    Duration.ofMinutes(backMinutes.orElse(240)));
        }
    }

    List<Wave> steps() {
        List<WaveSize> sizes =
                waves.map(all -> all.stream().map(Step::size).toList())
                        .orElse(
                                List.of(
                                        new WaveSize.Percent(1),
                                        new WaveSize.Percent(10),
                                        new WaveSize.Percent(100)));
        List<Wave> steps = new ArrayList<>();
        for (WaveSize size : sizes) {
            if (!steps.isEmpty() && !size.mayFollow(steps.getLast().size())) {
                throw new IllegalArgumentException(
                        "waves: each says how many phones have been let in when it is open, so it"
                                + " is larger than the one before");
            }
            steps.add(new Wave(steps.size() + 1, size, Optional.empty()));
        }
        return steps;
    }

    List<Span> spans() {
        return ranges.orElse(List.of()).stream()
                .map(range -> Span.parse(range.first, range.last))
                .toList();
    }

    /** The families or models that are meant, each of the release's. */
    List<String> names(FamilyName family) {
        List<String> named = models.orElse(List.of());
        return named.isEmpty()
                ? List.of(family.text())
                : named.stream().map(name -> name(family, name)).toList();
    }

    private static String name(FamilyName family, String name) {
        FamilyName found =
                FamilyName.find(name)
                        .orElseThrow(() ->
                                Problem.invalid(
                                                "unknown-family",
                                                "'" + name + "' is no family or model")
                                        .with("nearMisses", FamilyName.near(name)));
        if (!family.has(found.text())) {
            throw Problem.invalid(
                    "not-for-this-family", "the release is for " + family + ", not " + found);
        }
        return found.text();
    }

    List<Version> versions() {
        return running.orElse(List.of()).stream().map(Version::new).toList();
    }

    StartWindow startWindow() {
        return window.map(Window::window).orElse(StartWindow.ANY_TIME);
    }

    Limits thresholds() {
        return limits.orElse(Threshold.USUAL).limits();
    }
}
