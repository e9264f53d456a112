package org.fingerpost.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Programs;
import org.fingerpost.launcher.rehearsal.Rehearsal;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalIT {
    /** A JVM that cannot take its cache does not start then; usually it starts without. */
    private static final Map<String, String> STRICT =
            Map.of("FINGERPOST_JAVA_OPTS", "-XX:AOTMode=on");

    @TempDir Path home;

    @Test
    void eachServiceStartsWithWhatItLearned() {
        Programs programs = Programs.ofSourceTree();

        Rehearsal.of(home, Map.of(), programs, System.out::println).play();

        Deployment deployment = Deployment.in(home, STRICT, programs, System.out::println);
        try {
            Set<PartName> started = deployment.up();
            assertThat(started).containsAll(PartName.services());
        } finally {
            deployment.purge();
        }
    }
}
