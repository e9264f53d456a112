package org.fingerpost.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void runsAndNumbersAreReadInTheirOrder() {
        assertThat(Numbers.parse("0")).containsExactly(0);
        assertThat(Numbers.parse("57 757 557")).containsExactly(57, 757, 557);
        assertThat(Numbers.parse("9..12 8")).containsExactly(9, 10, 11, 12, 8);
        assertThat(Numbers.parse("8404..8413/3")).containsExactly(8404, 8407, 8410, 8413);
        assertThat(Numbers.parse("1..999999/999998")).containsExactly(1, 999_999);
    }

    @Property
    void numbersAreReadBack(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 999_999) Integer> numbers) {
        String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        assertThat(Numbers.parse(text)).containsExactly(numbers.toArray(Integer[]::new));
    }

    @Property
    void runHoldsEveryStepBetweenItsEnds(
            @ForAll @IntRange(max = 900_000) int first,
            @ForAll @IntRange(min = 1, max = 90) int step,
            @ForAll @IntRange(min = 1, max = 300) int steps) {
        String run = first + ".." + (first + steps * step) + "/" + step;
        int[] all = IntStream.rangeClosed(0, steps).map(n -> first + n * step).toArray();
        assertThat(Numbers.parse(run)).containsExactly(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "x", "P1", "-1", "01", "1000000", "1  2", "1 ", " 1", "1,2", "1..", "..2",
                "2..1", "2..2", "1...3", "1..9/3", "1..9/0", "1..9/", "1..9/02", "1-9"
            })
    void whatIsNoListOfNumbersIsRefused(String text) {
        assertThatThrownBy(() -> Numbers.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a list of numbers: \"" + text + "\"");
    }
}
