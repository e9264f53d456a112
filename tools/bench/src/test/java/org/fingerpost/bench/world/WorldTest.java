package org.fingerpost.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void itHasAMillionRangesThatNestFiveDeepAndNeverCross() {
        List<long[]> ranges = new ArrayList<>();
        World.tell((key, value) -> {
            if (key.startsWith("range/")) {
                ranges.add(ends(value));
            }
        });
        ranges.sort(
                Comparator.comparingLong((long[] ends) -> ends[0])
                        .thenComparingLong(ends -> -ends[1]));
        Deque<long[]> open = new ArrayDeque<>();
        int deepest = 0;
        for (long[] range : ranges) {
            while (!open.isEmpty() && open.peek()[1] < range[0]) {
                open.pop();
            }
            assertThat(open.isEmpty() || range[1] <= open.peek()[1]).isTrue();
            open.push(range);
            deepest = Math.max(deepest, open.size());
        }

        assertThat(ranges).hasSize(World.RANGES);
        assertThat(deepest).isEqualTo(5);
    }

    private static long[] ends(byte[] value) {
        try {
            JsonNode range = JSON.readTree(value);
            return new long[] {bits(range, "first"), bits(range, "last")};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bits(JsonNode range, String end) {
        return MacAddress.parse(range.get(end).asText()).bits();
    }
}
