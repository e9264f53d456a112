package org.fingerpost.config.assembly.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest {

    @ParameterizedTest
    @CsvSource({
        "http://Config.Example:8082, 1, config.example:8082",
        "http://config.example:80/, 1, config.example",
        "https://config.example:443/a/b//, 2, config.example/a/b",
        "tftp://10.0.0.1/x, 0, 10.0.0.1/x",
        "http://[2001:db8::1]:8082/p, 1, [2001:db8::1]:8082/p"
    })
    void aPhoneIsToldTheSchemeAsANumberAndTheRestWithoutIt(String url, int scheme, String told) {
        assertThat(Directory.of(url)).isEqualTo(new Directory(scheme, told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "config.example",
                "ftp://a",
                "http://a?b",
                "http://a#b",
                "http://u@a",
                "http://a b"
            })
    void whatAPhoneCannotBeToldIsRefused(String url) {
        assertThatThrownBy(() -> Directory.of(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAWholeStepIsTheProvidersOwn() {
        assertThat(Directory.leadsTo("h/p/abc", "abc")).isTrue();
        assertThat(Directory.leadsTo("h/p/abc/site", "abc")).isTrue();
        assertThat(Directory.leadsTo("h/p/abcd", "abc")).isFalse();
        assertThat(Directory.leadsTo("h/xp/abc", "abc")).isFalse();
    }
}
