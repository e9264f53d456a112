package org.fingerpost.door.replies;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class StallTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private boolean heldBack;

    @Test
    void whoTakesNothingFromOneLookToTheNextIsHungUpOn() {
        Stall stall = Stall.watch(channel, () -> heldBack);

        channel.write(Unpooled.wrappedBuffer(new byte[10]));
        stall.look();
        assertThat(channel.isOpen()).as("it moved since it began").isTrue();

        heldBack = true;
        stall.look();
        assertThat(channel.isOpen()).as("it waits for its lane").isTrue();

        heldBack = false;
        stall.look();
        assertThat(channel.isOpen()).isFalse();
    }
}
