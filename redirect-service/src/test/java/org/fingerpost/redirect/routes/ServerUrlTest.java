package org.fingerpost.redirect.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://prov.example.com/p, prov.example.com/p, 1",
        "HTTPS://Prov.Example.com:443/p/, prov.example.com/p, 2",
        "https://prov.example.com:8443, prov.example.com:8443, 2",
        "tftp://192.0.2.7/phones, 192.0.2.7/phones, 0",
        "tftp://192.0.2.7:6969, 192.0.2.7:6969, 0",
        "http://[2001:db8::1]:8082/p, [2001:db8::1]:8082/p, 1",
        "http://prov.example.com:80/a%20b, prov.example.com/a%20b, 1",
    })
    void aPhoneIsToldTheAddressWithoutItsScheme(String url, String told, int code) {
        ServerUrl parsed = ServerUrl.parse(url);

        assertThat(parsed.told()).isEqualTo(told);
        assertThat(parsed.scheme().code()).isEqualTo(code);
        assertThat(ServerUrl.parse(parsed.toString())).isEqualTo(parsed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prov.example.com/p",
                "ftp://prov.example.com",
                "http:///p",
                "http://user:secret@prov.example.com/p",
                "http://prov.example.com/p?x=1",
                "http://prov.example.com/p#x",
                "http://prov.example.com/../gs",
                "http://prov.example.com/a/./b",
                "http://prov.example.com//p",
                "http://prov.example.com:0/p",
                "http://prov.example.com:70000/p",
                "http://prov.example.com/a b",
                "http://prov.example.com/ü",
                "http://bad_host!/p",
                "",
            })
    void whatAPhoneCannotFollowIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerUrl.parse(url));
    }

    @Test
    void anAddressLongerThanPhonesKeepIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerUrl.parse("http://prov.example.com/" + "x".repeat(256)))
                .withMessageContaining("256 characters");
    }
}
