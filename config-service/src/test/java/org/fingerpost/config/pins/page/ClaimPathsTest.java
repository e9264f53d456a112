package org.fingerpost.config.pins.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathsTest {
    private final ClaimPaths paths = new ClaimPaths();

    @Test
    void theCleanPathOfOnePageIsNoPhones() {
        assertThat(paths.covers("/claim/q3xkabcdefgh7")).isTrue();
        assertThat(paths.areRead()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/claim",
                "/claim/",
                "/claim//x",
                "//claim/x",
                "/claim/x/",
                "/claim/x/y",
                "/claim/..",
                "/claim/x;y",
                "/claim/%78",
                "/claim/x\ny",
                "/p/claim/x",
                "http://host/claim/x"
            })
    void whatCouldBeReadAsAnotherPathIsAPhones(String path) {
        assertThat(paths.covers(path)).isFalse();
    }
}
