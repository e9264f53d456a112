package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fingerpost.door.Answer;
import org.fingerpost.door.ProgramPaths;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What programs and people ask for outside of {@code /api/} passes the doorway, and no more. */
class ProgramPathsTest {
    private static final ProgramPaths CALL = "/call"::equals;
    private static final ProgramPaths PAGE =
            new ProgramPaths() {
                @Override
                public boolean covers(String path) {
                    return path.equals("/page");
                }

                @Override
                public boolean areRead() {
                    return true;
                }
            };

    private static Counter counter;

    @BeforeAll
    static void open() {
        counter =
                new Counter(
                        _ -> new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE)),
                        List.of(CALL, PAGE));
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    @Test
    void aCallIsPostedAndAPageIsReadToo() {
        assertThat(passes("POST", "/call")).isTrue();
        assertThat(passes("POST", "/page")).isTrue();
        assertThat(passes("GET", "/page")).isTrue();
        assertThat(passes("GET", "/page?from=letter")).isTrue();
    }

    @Test
    void everythingElseIsAPhones() {
        assertThat(passes("GET", "/call")).isFalse();
        assertThat(passes("PUT", "/page")).isFalse();
        assertThat(passes("DELETE", "/page")).isFalse();
        assertThat(passes("GET", "/page/")).isFalse();
        assertThat(passes("GET", "//page")).isFalse();
        assertThat(passes("POST", "/x/../page")).isFalse();
    }

    /** The framework behind the doorway talks; a phone's door that has nothing does not. */
    private static boolean passes(String method, String path) {
        return RawClient.ask(counter.port(), RawClient.request(method, path))
                .text()
                .equals("<html>");
    }
}
