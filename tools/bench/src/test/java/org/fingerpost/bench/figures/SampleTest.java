package org.fingerpost.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void ofAHundredTheNinetyNinthIsTheLastButOne() {
        Sample sample = new Sample(LongStream.iterate(100, i -> i - 1).limit(100).toArray());

        assertThat(sample.percentile(99)).isEqualTo(99);
        assertThat(sample.percentile(50)).isEqualTo(50);
        assertThat(sample.percentile(100)).isEqualTo(100);
    }

    @Test
    void ofOneEveryPercentileIsThatOne() {
        assertThat(new Sample(new long[] {7}).percentile(1)).isEqualTo(7);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThatThrownBy(() -> new Sample(new long[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
