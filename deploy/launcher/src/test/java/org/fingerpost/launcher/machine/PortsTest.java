package org.fingerpost.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void portThatAnotherPartWasPromisedIsNeverPicked() {
        Set<Integer> odd = ports(port -> port % 2 == 1);
        for (int i = 0; i < 50; i++) {
            assertThat(Ports.pick(odd)).isEven();
        }
    }

    @Test
    void whereAllArePromisedNoneIsPicked() {
        Set<Integer> all = ports(port -> true);
        assertThatThrownBy(() -> Ports.pick(all))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("No free port");
    }

    private static Set<Integer> ports(IntPredicate which) {
        return IntStream.range(20_000, 30_000).filter(which).boxed().collect(Collectors.toSet());
    }
}
