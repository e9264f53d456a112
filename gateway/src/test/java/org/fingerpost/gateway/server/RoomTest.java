package org.fingerpost.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.fingerpost.gateway.packets.Options;
import org.fingerpost.gateway.transfer.Limits;
import org.fingerpost.gateway.transfer.Terms;
import org.fingerpost.gateway.upstream.Source;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Options GREEDY =
            Options.NONE.with("blksize", "65464").with("windowsize", "65535");

    @Test
    void tenThousandGreedyTransfersHaveBoundedWindows() throws UnknownHostException {
        Room room = new Room(Settings.USUAL.withRoomFor(10_000, 10_000));
        long windows = 0;
        for (int i = 0; i < 10_000; i++) {
            assertThat(room.take(network("192.0.2.1"))).isTrue();
            Terms terms = Terms.agree(GREEDY, Integer.MAX_VALUE, room.limits());
            room.claim(terms.mostHeld());
            windows += terms.mostHeld();
        }
        assertThat(room.take(network("192.0.2.1"))).isFalse();
        assertThat(windows).isLessThan(64L * 1024 * 1024 + 10_000L * 512);
        assertThat(room.limits()).isEqualTo(Limits.least());
    }

    @Test
    void theLargestBlockOfAllHasAWindowOfOne() {
        SmallRyeConfig largest =
                new SmallRyeConfigBuilder()
                        .withMapping(TftpConfig.class)
                        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                        .withDefaultValue("fingerpost.tftp.block-size", "65464")
                        .build();
        Room room = new Room(largest.getConfigMapping(TftpConfig.class));
        Terms terms = Terms.agree(GREEDY, Integer.MAX_VALUE, room.limits());
        assertThat(terms.blockSize()).isEqualTo(65_464);
        assertThat(terms.windowSize()).isEqualTo(1);
    }

    @Test
    void whatIsLeftIsThereForOthers() throws UnknownHostException {
        Room room = new Room(Settings.USUAL.withRoomFor(2, 1));
        assertThat(room.take(network("192.0.2.1"))).isTrue();
        assertThat(room.take(network("192.0.2.200"))).as("the same network").isFalse();
        assertThat(room.take(network("192.0.3.1"))).isTrue();
        room.heard(network("192.0.2.7"));
        assertThat(room.take(network("192.0.2.1"))).as("the house is full").isFalse();
        room.leave(network("192.0.2.7"));
        assertThat(room.take(network("192.0.2.1"))).isTrue();
    }

    @Test
    void aNetworkHasAQuarterOfAllPlacesHoweverMuchIsHeardOfIt() throws UnknownHostException {
        SmallRyeConfig defaults =
                new SmallRyeConfigBuilder()
                        .withMapping(TftpConfig.class)
                        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                        .withDefaultValue("fingerpost.tftp.transfers", "8")
                        .build();
        Room room = new Room(defaults.getConfigMapping(TftpConfig.class));
        for (int taken = 0; taken < 2; taken++) {
            assertThat(room.take(network("192.0.2.1"))).isTrue();
            room.heard(network("192.0.2.1"));
        }
        assertThat(room.take(network("192.0.2.200"))).isFalse();
        assertThat(room.take(network("192.0.3.1"))).isTrue();
        room.leave(network("192.0.2.1"));
        assertThat(room.take(network("192.0.2.200"))).isTrue();
    }

    @Test
    void filesThatAreBeingSentHaveBoundedRoomAndCountOnce() {
        Room room = new Room(Settings.USUAL);
        Source large = new Held(1024 * 1024);
        Source small = new Held(1);
        assertThat(room.hold(large)).isTrue();
        assertThat(room.hold(large)).isTrue();
        assertThat(room.hold(small)).isFalse();
        room.letGo(large);
        assertThat(room.hold(small)).isFalse();
        room.letGo(large);
        assertThat(room.hold(small)).isTrue();
        assertThat(room.hold(new Held(1024 * 1024))).isFalse();
    }

    private record Held(long size) implements Source {
        @Override
        public long held() {
            return size;
        }

        @Override
        public void read(long offset, int length, Reader reader) {
            reader.away();
        }
    }

    @Test
    void aCustomersIpv6AddressesAreOneNetwork() throws UnknownHostException {
        assertThat(network("2001:db8:1:1::1")).isEqualTo(network("2001:db8:1:ff::2"));
        assertThat(network("2001:db8:1:1::1")).isNotEqualTo(network("2001:db8:1:101::1"));
    }

    private static Network network(String address) throws UnknownHostException {
        return Network.of(InetAddress.getByName(address));
    }
}
