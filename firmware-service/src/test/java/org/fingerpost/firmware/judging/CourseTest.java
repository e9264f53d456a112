package org.fingerpost.firmware.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What deeds make of a phone, told in whatever order and as often as they come. */
class CourseTest {
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Course CLAIMS = course(false);
    private static final Course PROVES = course(true);

    @Test
    void aPhoneThatComesBackWithTheReleaseHasSucceeded() {
        assertThat(after(CLAIMS, fetched(0, "1.0"), arrived(5, false)).outcome())
                .contains(new Course.Outcome(true, at(5)));
        assertThat(after(CLAIMS, arrived(5, false)).outcome()).as("seen with it alone").isPresent();
        assertThat(after(Course.fresh(false), arrived(5, false)).outcome())
                .as("who may have had it all along")
                .isEmpty();
    }

    @Test
    void aPhoneThatProvesItselfIsBelievedWithProofOnly() {
        assertThat(after(PROVES, fetched(0, "1.0"), arrived(5, false)).outcome()).isEmpty();
        assertThat(after(PROVES, fetched(0, "1.0"), arrived(5, true)).outcome()).isPresent();
        assertThat(after(PROVES, fetched(0, "1.0"), said(20, "1.0", false)).unchangedAt())
                .isEmpty();
        assertThat(after(PROVES, fetched(0, "1.0"), fetched(20, "1.0")).unchangedAt()).isEmpty();
        assertThat(after(PROVES, fetched(0, "1.0"), said(20, "1.0", true)).unchangedAt())
                .contains(at(20));
        assertThat(after(PROVES, fetched(0, "1.0"), fetched(20, "1.5")).fetchedAt())
                .as("nobody takes its failure away by claiming a step")
                .contains(at(0));
    }

    @Test
    void aStepOfALadderIsConfirmedByWhateverThePhoneAsksFor() {
        assertThat(after(CLAIMS, fetched(0, "1.0"), said(20, "1.5", false)).fetchedAt()).isEmpty();
        Course next = after(CLAIMS, fetched(0, "1.0"), fetched(20, "1.5"));
        assertThat(next.fetchedAt()).contains(at(20));
        assertThat(next.was()).isEqualTo("1.5");
        assertThat(next.unchangedAt()).isEmpty();
    }

    @Test
    void aPhoneThatTakesAllOfItAgainLaterThanItSettlesIsBackUnchanged() {
        assertThat(after(CLAIMS, fetched(0, "1.0"), fetched(9, "1.0")).unchangedAt()).isEmpty();
        Course back = after(CLAIMS, fetched(0, "1.0"), fetched(11, "1.0"));
        assertThat(back.unchangedAt()).contains(at(11));
        assertThat(back.fetchedAt()).as("from the first one on the time runs").contains(at(0));
    }

    @Test
    void whatTwoDoorsTellInTheWrongOrderComesToTheSame() {
        assertThat(after(CLAIMS, said(20, "1.0", false), fetched(0, "1.0")).unchangedAt())
                .as("back unchanged, and then the fetch is told")
                .contains(at(20));
        assertThat(after(CLAIMS, said(20, "1.5", false), fetched(0, "1.0")).fetchedAt())
                .as("back with a step, and then the fetch is told")
                .isEmpty();
        assertThat(after(CLAIMS, arrived(20, false), fetched(0, "1.0")).outcome())
                .contains(new Course.Outcome(true, at(20)));
    }

    /** But of a phone that goes back to what it had: nobody can tell which of the two it was. */
    @Property
    void whatIsToldTwiceIsToldOnce(
            @ForAll @IntRange(max = 3) int first,
            @ForAll @IntRange(max = 3) int second,
            @ForAll @IntRange(max = 3) int third,
            @ForAll boolean proves) {
        Assume.that((first != 2 || second > 1 && third > 1) && (second != 2 || third > 1));
        List<Deed> deeds = List.of(deed(first, 0), deed(second, 20), deed(third, 40));
        Course once = all(course(proves), deeds);

        assertThat(all(once, deeds)).isEqualTo(once);
    }

    @Test
    void anOutcomeStaysButForAFailureThatComesBackAfterAll() {
        Course failed =
                new Course(
                        false,
                        "1.0",
                        Optional.of(at(0)),
                        true,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.of(new Course.Outcome(false, at(240))));
        assertThat(after(failed, said(250, "1.5", false), fetched(260, "1.0"))).isEqualTo(failed);
        Course back = after(failed, arrived(300, false));
        assertThat(back.outcome()).contains(new Course.Outcome(true, at(300)));
        assertThat(after(back, said(400, "1.0", false))).isEqualTo(back);
    }

    private static Deed deed(int kind, int minute) {
        return switch (kind) {
            case 0 -> fetched(minute, "1.0");
            case 1 -> said(minute, "1.0", true);
            case 2 -> said(minute, "1.5", true);
            default -> arrived(minute, true);
        };
    }

    private static Course after(Course course, Deed... deeds) {
        return all(course, List.of(deeds));
    }

    private static Course all(Course course, List<Deed> deeds) {
        Course now = course;
        for (Deed deed : deeds) {
            now = now.with(deed, SETTLE);
        }
        return now;
    }

    private static Course course(boolean proves) {
        Course fresh = Course.fresh(proves);
        return new Course(
                proves,
                "1.0",
                fresh.fetchedAt(),
                false,
                fresh.unchangedAt(),
                "",
                fresh.saidAt(),
                fresh.outcome());
    }

    private static Deed fetched(int minute, String was) {
        return new Deed.Fetched(at(minute), was, true);
    }

    private static Deed said(int minute, String version, boolean proved) {
        return new Deed.Said(at(minute), version, proved);
    }

    private static Deed arrived(int minute, boolean proved) {
        return new Deed.Arrived(at(minute), proved);
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
