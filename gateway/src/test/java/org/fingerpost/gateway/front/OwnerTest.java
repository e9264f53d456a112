package org.fingerpost.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.gateway.names.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OwnerTest {
    private static final Pattern RESOURCE =
            Pattern.compile("(?m)^@Path\\(\"/api/v1/([a-z-]+)[^\"]*\"\\)");

    @ParameterizedTest
    @EnumSource(Door.class)
    void eachServiceHasThePathsThatItsResourcesSay(Door service) {
        Set<String> words = words(service);
        assertThat(words).hasSizeGreaterThan(5);
        assertThat(words).allSatisfy(word -> assertThat(Owner.ofWord(word)).isEqualTo(service));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/devices:review?x=1, CONFIG",
        "/api/v1/ranges/7/arrivals, REDIRECT",
        "/api/v1/audit, REDIRECT",
        "/api/v1/unheard-of, REDIRECT",
        "/api/provision, REDIRECT",
        "/xmlrpc, REDIRECT",
        "/claim/key, CONFIG",
        "/gs/cfg000b82123456, REDIRECT",
        "/cfg000b82123456.xml, REDIRECT",
        "/p/key/token/cfg000b82123456, CONFIG",
        "//p//key/cfg.xml?x, CONFIG",
        "/p/key/gs-cfg000b82123456.cfg, CONFIG",
        "/p/key/gxp2160fw.bin, FIRMWARE",
        "/fw/key/gxp2160fw.bin, FIRMWARE",
        "/p, REDIRECT",
        "/nonsense/../p/x, REDIRECT"
    })
    void everyPathIsSomebodys(String uri, Door service) {
        assertThat(Owner.of(uri)).isEqualTo(new Owner(service, uri));
    }

    @Test
    void aServiceIsReachedByItsNameToo() {
        assertThat(Owner.of("/config/api/v1/audit?size=1"))
                .isEqualTo(new Owner(Door.CONFIG, "/api/v1/audit?size=1"));
        assertThat(Owner.of("/firmware/api/v1/store"))
                .isEqualTo(new Owner(Door.FIRMWARE, "/api/v1/store"));
        assertThat(Owner.of("/config/q/metrics").service()).isEqualTo(Door.REDIRECT);
    }

    /** From the sources, so that a new resource cannot be forgotten here. */
    private static Set<String> words(Door service) {
        Path sources = Path.of("..", service.word() + "-service", "src", "main", "java");
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith("Resource.java"))
                    .map(OwnerTest::text)
                    .flatMap(text -> RESOURCE.matcher(text).results())
                    .forEach(found -> words.add(found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
