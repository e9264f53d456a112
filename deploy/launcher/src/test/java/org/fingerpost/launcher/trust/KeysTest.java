package org.fingerpost.launcher.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir Path folder;

    @Test
    void keysAreMadeOnceAndKept() throws IOException {
        Home home = Home.open(folder);
        Keys keys = Keys.make(home, new SecureRandom());
        String operator = Files.readString(keys.operatorKey());
        assertThat(operator).matches("fp_0_[a-z2-7]{40}\n");
        assertThat(Files.readString(keys.masterKey())).matches("[0-9a-f]{64}\n");
        assertThat(Files.readString(keys.redirectKey()))
                .matches("[0-9a-f]{64}\n")
                .isNotEqualTo(Files.readString(keys.masterKey()));
        Keys.make(home, new SecureRandom());
        assertThat(Files.readString(keys.operatorKey())).isEqualTo(operator);
    }

    @Test
    void damagedKeyIsNeitherUsedNorReplaced() throws IOException {
        Home home = Home.open(folder);
        Files.writeString(home.masterKey(), "half a k");
        assertThatThrownBy(() -> Keys.make(home, new SecureRandom()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("master.key")
                .hasMessageNotContaining("half a k");
        assertThat(home.masterKey()).hasContent("half a k");
    }
}
