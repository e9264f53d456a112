package org.fingerpost.redirect.notices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

    /** The example that the convention's own libraries are tested with. */
    @Test
    void itSignsAsStandardWebhooksDo() {
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(
                        secret.sign(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1_614_265_330L,
                                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void oneThatIsMadeReadsBackAndIsNotTheNext() {
        SecureRandom random = new SecureRandom();
        WebhookSecret made = WebhookSecret.make(random);

        assertThat(WebhookSecret.parse(made.reveal()).bytes()).hasSize(32).isEqualTo(made.bytes());
        assertThat(WebhookSecret.make(random).bytes()).isNotEqualTo(made.bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2hunter2hunter2hunter2",
                "whsec_",
                "whsec_%%%",
                "whsec_aHVudGVyMg=="
            })
    void whatIsNoSecretIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("aHVudGVy");
    }

    @Test
    void oneOf65BytesIsRefused() {
        String text = "whsec_" + Base64.getEncoder().encodeToString(new byte[65]);

        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itHidesItself() {
        assertThat(WebhookSecret.make(new SecureRandom())).hasToString("WebhookSecret[…]");
    }
}
