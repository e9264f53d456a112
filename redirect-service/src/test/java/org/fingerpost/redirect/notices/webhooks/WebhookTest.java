package org.fingerpost.redirect.notices.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    @Test
    void anAddressIsTakenAsItIs() {
        assertThat(Webhook.parseUrl(" https://noc.example:8443/in?a=b "))
                .hasToString("https://noc.example:8443/in?a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noc.example",
                "ftp://noc.example/",
                "file:///etc/passwd",
                "https:///in",
                "https://user:hunter2@noc.example/",
                "https://noc.example/#hunter2",
                "https://noc.example:0/",
                "https://noc.example:70000/",
                "https://noc.example/ü",
                "https://noc.example/a b"
            })
    void whatIsNoAddressIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> Webhook.parseUrl(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }
}
