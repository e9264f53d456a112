package org.fingerpost.config.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownLoginTest {
    @Test
    void nameAndPasswordArePartedAtTheFirstColon() {
        assertThat(ShownLogin.of("Basic " + base64("anna:a:b")))
                .contains(new ShownLogin("anna", "a:b"));
        assertThat(ShownLogin.of("bAsIc   " + base64(":"))).contains(new ShownLogin("", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!!!",
                "Basic YW5uYQ==",
                "Basic /////w==",
                "Bearer YTpi",
                "Digest username=\"a\"",
                "BasicYTpi"
            })
    void whatIsNoLoginIsNone(String header) {
        assertThat(ShownLogin.of(header)).isEmpty();
    }

    @Test
    void aLoginThatIsTooLongIsNotEvenRead() {
        assertThat(ShownLogin.of("Basic " + base64("a:" + "b".repeat(400)))).isEmpty();
    }

    @Test
    void aShownLoginIsNotPrinted() {
        assertThat(new ShownLogin("anna", "geheim")).hasToString("ShownLogin[…]");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
