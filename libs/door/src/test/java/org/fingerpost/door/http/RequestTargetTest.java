package org.fingerpost.door.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/ranges",
                "/api/",
                "/api/v1/devices/00:0b:82:12:34:56",
                "/api/v1/devices/%30",
                "/api/v1/ranges?first=../../x//y",
                "/api/v1/a..b/...",
                "/q/health/ready",
                "/q/openapi?format=json"
            })
    void whatLiesPlainlyBelowTheirRootsIsTheOperators(String target) {
        assertThat(RequestTarget.isOperators(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/%00",
                "/api/a%2Fb",
                "/api/a\\b",
                "/api/\u0000",
                "/api/a/.%2e",
                "/q/%2e"
            })
    void whatCouldLeadElsewhereIsNot(String target) {
        assertThat(RequestTarget.isOperators(target)).isFalse();
    }
}
