package org.fingerpost.door.replies;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.fingerpost.door.Rate;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final Rate rate = new Rate(1);
    private final Throttle throttle = new Throttle(rate);
    private final EmbeddedChannel channel = new EmbeddedChannel(throttle);

    @Test
    void whatAnAbortedAnswerHadReservedIsForOthers() {
        channel.writeOneOutbound(bytes(100));
        channel.writeOneOutbound(bytes(1000));
        assertThat(throttle.holdsBack()).isTrue();

        channel.close();

        assertThat(throttle.holdsBack()).isFalse();
        assertThat(Duration.ofNanos(rate.reserve(1))).isLessThan(Duration.ofSeconds(101));
        channel.releaseOutbound();
    }

    private static ByteBuf bytes(int count) {
        return Unpooled.wrappedBuffer(new byte[count]);
    }
}
