package org.fingerpost.firmware.rollouts.steering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Wave;
import org.fingerpost.firmware.waves.Limits;
import org.fingerpost.firmware.waves.StartWindow;
import org.fingerpost.firmware.waves.WaveSize;
import org.fingerpost.rule.Salt;
import org.fingerpost.rule.Span;

/** A rollout in an answer. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RolloutView(
        long id,
        long providerId,
        long release,
        String version,
        Optional<Long> previous,
        String state,
        String reason,
        List<String> names,
        List<RangeView> ranges,
        List<String> running,
        double openPercent,
        List<WaveView> waves,
        WindowView window,
        LimitsView limits,
        @JsonProperty("P194") Optional<Integer> autoUpgrade,
        @JsonProperty("P238") Optional<Integer> check,
        Instant madeAt,
        String madeBy,
        Optional<String> approvedBy) {
    private static final int ALL = 100;

    record RangeView(String first, String last) {
        static RangeView of(Span span) {
            return new RangeView(span.first().toString(), span.last().toString());
        }
    }

    /** {@code phones}: of this wave, that were known when it opened and had something to gain. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record WaveView(
            int position,
            Optional<Long> count,
            Optional<Integer> percent,
            Optional<Instant> openedAt,
            Optional<Long> phones) {
        static WaveView of(Wave wave) {
            return new WaveView(
                    wave.position(),
                    wave.size() instanceof WaveSize.Count(long phones)
                            ? Optional.of(phones)
                            : Optional.empty(),
                    wave.size() instanceof WaveSize.Percent(int percent)
                            ? Optional.of(percent)
                            : Optional.empty(),
                    wave.opened().map(Wave.Opened::at),
                    wave.opened().map(Wave.Opened::phones));
        }
    }

    record WindowView(LocalDate firstDay, LocalTime from, LocalTime until, String zone) {
        static WindowView of(StartWindow window) {
            return new WindowView(
                    window.firstDay(), window.from(), window.until(), window.zone().getId());
        }
    }

    record LimitsView(
            int successPercent,
            int errorPercent,
            int leastErrors,
            long settleMinutes,
            long backMinutes) {
        static LimitsView of(Limits limits) {
            return new LimitsView(
                    limits.successPercent(),
                    limits.errorPercent(),
                    limits.leastErrors(),
                    limits.settle().toMinutes(),
                    limits.back().toMinutes());
        }
    }

    static RolloutView of(Rollout rollout) {
        return new RolloutView(
                rollout.id(),
                rollout.provider(),
                rollout.release(),
                rollout.version().text(),
                rollout.previous(),
                rollout.state().word(),
                rollout.reason(),
                rollout.rule().names().stream().sorted().toList(),
                rollout.rule().ranges().stream().map(RangeView::of).toList(),
                rollout.rule().running().stream().sorted().toList(),
                (double) rollout.rule().open() * ALL / Salt.PLACES,
                rollout.waves().stream().map(WaveView::of).toList(),
                WindowView.of(rollout.window()),
                LimitsView.of(rollout.limits()),
                rollout.telling().autoUpgrade(),
                rollout.telling().check(),
                rollout.madeAt(),
                rollout.madeBy(),
                rollout.approvedBy());
    }
}
