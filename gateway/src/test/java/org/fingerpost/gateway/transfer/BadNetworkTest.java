package org.fingerpost.gateway.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fingerpost.gateway.packets.Options;

/** Files over a network that loses, doubles, delays and reorders, all of it from a seed. */
class BadNetworkTest {
    /** Fixed seeds: whoever loses enough packets in a row gives up, and should. */
    @Property(tries = 300, seed = "20121")
    void aFileArrivesWhole(
            @ForAll long seed,
            @ForAll @IntRange(max = 30_000) int size,
            @ForAll @IntRange(min = 64, max = 1468) int block,
            @ForAll @IntRange(min = 1, max = 20) int window,
            @ForAll @IntRange(max = 12) int lost,
            @ForAll @IntRange(max = 25) int doubled,
            @ForAll @IntRange(max = 400) int delay) {
        SimulatedLine line = new SimulatedLine(seed, lost, doubled, delay);
        SimulatedClient client = line.run(options(block, window), size);

        assertThat(client.isDone()).isTrue();
        assertThat(client.received()).isEqualTo(SimulatedLine.file(size));
        assertThat(line.mostHeld()).isLessThanOrEqualTo(block * window + 8 * 1024);
    }

    /** Of the sorcerer's apprentice's packets there would be ever more. */
    @Property(tries = 100, seed = "20122")
    void whatComesTwiceIsNotAnsweredTwice(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int window) {
        int size = 200_000;
        SimulatedLine line = new SimulatedLine(seed, 0, 100, 0);
        SimulatedClient client = line.run(options(512, window), size);

        assertThat(client.isDone()).isTrue();
        assertThat(line.dataSent()).isLessThan(2L * (size / 512 + 1));
        if (window == 1) {
            assertThat(line.dataSent()).isEqualTo(size / 512 + 1);
        }
    }

    private static Options options(int block, int window) {
        return Options.NONE
                .with("blksize", Integer.toString(block))
                .with("windowsize", Integer.toString(window));
    }
}
