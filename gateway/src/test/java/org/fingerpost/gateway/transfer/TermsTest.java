package org.fingerpost.gateway.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fingerpost.gateway.packets.Options;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Limits LIMITS = new Limits(1468, 32, 32 * 1024);

    @Test
    void whoAsksForNothingGetsWhatTheFirstRfcSays() {
        Terms terms = agree(Options.NONE.with("grandstream_NAT", "1"), 7);
        assertThat(terms.blockSize()).isEqualTo(512);
        assertThat(terms.windowSize()).isEqualTo(1);
        assertThat(terms.timeout()).isEmpty();
        assertThat(terms.agreed()).isEqualTo(Options.NONE);
    }

    @Test
    void whatAPhoneAsksForIsAgreedTo() {
        Options asked =
                Options.NONE.with("blksize", "1024").with("tsize", "0").with("timeout", "4");
        Terms terms = agree(asked, 4711);
        assertThat(terms.blockSize()).isEqualTo(1024);
        assertThat(terms.timeout()).contains(Duration.ofSeconds(4));
        assertThat(terms.agreed())
                .isEqualTo(
                        Options.NONE
                                .with("blksize", "1024")
                                .with("tsize", "4711")
                                .with("timeout", "4"));
    }

    @Test
    void tooMuchIsAgreedToAsFarAsItGoes() {
        Terms terms = agree(Options.NONE.with("blksize", "65464").with("WindowSize", "65535"), 1);
        assertThat(terms.blockSize()).isEqualTo(1468);
        assertThat(terms.windowSize()).isEqualTo(22);
        assertThat(terms.agreed())
                .isEqualTo(Options.NONE.with("blksize", "1468").with("windowsize", "22"));
    }

    @Test
    void aTimeoutThatLeavesNoTimeToSendAgainIsNotAgreedTo() {
        assertThat(agree(Options.NONE.with("timeout", "20"), 1).timeout())
                .contains(Duration.ofSeconds(20));
        assertThat(agree(Options.NONE.with("timeout", "21"), 1).agreed()).isEqualTo(Options.NONE);
    }

    @Test
    void nonsenseIsPassedOver() {
        Options asked =
                Options.NONE
                        .with("blksize", "7")
                        .with("timeout", "0")
                        .with("windowsize", "many")
                        .with("multicast", "");
        assertThat(agree(asked, 1).agreed()).isEqualTo(Options.NONE);
    }

    @Test
    void aFileThatEndsWhereABlockDoesHasAnEmptyBlockBehindIt() {
        assertThat(agree(Options.NONE, 0).lastBlock()).isEqualTo(1);
        assertThat(agree(Options.NONE, 511).lastBlock()).isEqualTo(1);
        assertThat(agree(Options.NONE, 512).lastBlock()).isEqualTo(2);
    }

    private static Terms agree(Options asked, long size) {
        return Terms.agree(asked, size, LIMITS);
    }
}
