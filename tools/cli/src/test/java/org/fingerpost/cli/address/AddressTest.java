package org.fingerpost.cli.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void p237IsHostPortAndPathWithoutScheme() {
        var address = Address.ofPath(Scheme.HTTPS, "Prov.Example.net:8443/p/key/");

        assertThat(address)
                .isEqualTo(new Address(Scheme.HTTPS, "prov.example.net", 8443, "/p/key"));
        assertThat(address.file("cfg.xml").url())
                .isEqualTo("https://prov.example.net:8443/p/key/cfg.xml");
    }

    @Test
    void portIsTheSchemesOwnUnlessItIsNamed() {
        assertThat(Address.ofUrl("http://a/gs").port()).isEqualTo(80);
        assertThat(Address.ofUrl("HTTPS://a").port()).isEqualTo(443);
        assertThat(Address.ofUrl("http://[::1]/gs").host()).isEqualTo("[::1]");
        assertThat(Address.ofUrl("http://[::1]:81/gs").port()).isEqualTo(81);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://h/p",
                "h:port/p",
                "h:0/p",
                "h:65536",
                "user@h/p",
                "h/p?q",
                "h/p#f",
                "h/a b",
                "h/\r\nX: y",
                "/gs",
                ":80/gs",
                "h/ü"
            })
    void whatAPhoneCouldNotFollowIsRefused(String p237) {
        assertThatThrownBy(() -> Address.ofPath(Scheme.HTTP, p237))
                .isInstanceOf(BadAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h/gs", "tftp://h/gs", "//h/gs"})
    void urlWithoutHttpIsRefused(String url) {
        assertThatThrownBy(() -> Address.ofUrl(url)).isInstanceOf(BadAddressException.class);
    }

    @Test
    void phoneIsGivenAUrlOfTftpToo() {
        var address = Address.ofPhonesUrl("tftp://192.0.2.10/gs/");

        assertThat(address).isEqualTo(new Address(Scheme.TFTP, "192.0.2.10", 69, "/gs"));
        assertThat(address.url()).isEqualTo("tftp://192.0.2.10/gs");
    }

    @Test
    void tokensInPathsAreShortenedButPathKeysAndFilesAreNot() {
        assertThat(
                        Veil.over(
                                "http://h:1/p/pathkey-pathkey-pathkey/abcdefghijkl/cfg000b82123456.xml"))
                .isEqualTo("http://h:1/p/pathkey-pathkey-pathkey/abcd…/cfg000b82123456.xml");
        assertThat(Veil.over("h:1/p/pathkey-pathkey-pathkey/abcdefghijkl"))
                .isEqualTo("h:1/p/pathkey-pathkey-pathkey/abcd…");
        assertThat(Veil.over("h/tenant/0123456789abcdef/x")).isEqualTo("h/tenant/0123…/x");
        assertThat(Veil.over("h:8081/gs/cfg000b82123456")).isEqualTo("h:8081/gs/cfg000b82123456");
        assertThat(Veil.over("http://h")).isEqualTo("http://h");
    }

    @Test
    void textOfAnAddressDoesNotTellItsToken() {
        assertThat(Address.ofPath(Scheme.HTTP, "h/p/key/abcdefghijkl").toString())
                .doesNotContain("abcdefghijkl");
    }
}
