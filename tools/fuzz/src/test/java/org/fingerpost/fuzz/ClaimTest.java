package org.fingerpost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;
import org.junit.jupiter.api.Test;

/** A claim that cannot fail would find nothing. */
class ClaimTest {

    @Test
    void claimThatDoesNotHoldIsSaid() {
        assertThatThrownBy(() -> Claim.holds(false, "the sky is green"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("does not hold: the sky is green");
        assertThatThrownBy(() -> Claim.same(1, 2, "one is two"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("one is two", "expected: 1", "is:   2");
    }

    @Test
    void refusalByTheParsersOwnExceptionIsNoFinding() {
        assertThat(Claim.readOrRefused(IllegalArgumentException.class, () -> refuse("a sentence")))
                .isEmpty();
        assertThat(Claim.readOrRefused(IllegalArgumentException.class, () -> 1)).contains(1);
    }

    @Test
    void anyOtherExceptionIsAFinding() {
        assertThatThrownBy(() ->
                        Claim.readOrRefused(
                                IllegalArgumentException.class,
                                () -> Integer.parseInt("no number")))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseInstanceOf(NumberFormatException.class);
    }

    @Test
    void sentenceThatATerminalCouldNotShowIsAFinding() {
        for (String sentence : new String[] {"two\nlines", "\u001b[31mred", "x".repeat(400)}) {
            assertThatThrownBy(() ->
                            Claim.readOrRefused(
                                    IllegalArgumentException.class, () -> refuse(sentence)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void memoryBeyondTheAllowanceIsAFinding() {
        assertThatThrownBy(() -> Allowance.of(1, () -> new byte[16 << 20].length))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("reading 1 octets");
        assertThatCode(() -> Allowance.of(1, () -> new byte[1 << 10].length))
                .doesNotThrowAnyException();
    }

    private static int refuse(String sentence) {
        throw new IllegalArgumentException(sentence);
    }
}
