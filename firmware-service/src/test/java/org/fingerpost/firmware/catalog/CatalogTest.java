package org.fingerpost.firmware.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final FileName FILE = new FileName("gxp2160fw.bin");
    private static final String MONDAY = "2026-11-23T08:00:00Z";
    private static final String TUESDAY = "2026-11-24T08:00:00Z";

    private final Catalog catalog = new Catalog(new ObjectMapper());

    @Test
    void aPublishedReleaseIsOfferedToItsProviderOnly() {
        changed(published(1, 7, "1.0.11.39", MONDAY, "a"));

        assertThat(catalog.find(7, FILE))
                .isEqualTo(
                        new Offer.Of(
                                "1.0.11.39", new Digest("a".repeat(64)), 5, Instant.parse(MONDAY)));
        assertThat(catalog.find(8, FILE)).isEqualTo(new Offer.None());
        assertThat(catalog.find(7, new FileName("GXP2160fw.bin"))).isEqualTo(new Offer.None());
    }

    @Test
    void aDraftIsNotOffered() {
        changed(put(1, release(1, 7, "1.0.11.39", "draft", "", "a")));

        assertThat(catalog.find(7, FILE)).isEqualTo(new Offer.None());
    }

    @Test
    void theNewestPublishedReleaseWinsInWhateverOrderTheyAreTold() {
        changed(published(1, 7, "2.0.0.1", TUESDAY, "a"), published(2, 7, "3.0.0.1", MONDAY, "b"));

        assertThat(version()).isEqualTo("2.0.0.1");
    }

    @Test
    void ofTwoPublishedAtOneInstantTheLaterMadeWins() {
        changed(published(10, 7, "1.0.10", MONDAY, "a"), published(9, 7, "1.0.9", MONDAY, "b"));

        assertThat(version()).isEqualTo("1.0.10");
    }

    @Test
    void aReleaseThatIsGoneGivesWayToTheOneBefore() {
        changed(published(1, 7, "1.0.1", MONDAY, "a"), published(2, 7, "1.0.2", TUESDAY, "b"));

        catalog.changed(List.of(new Change.Gone(entry(2, "{}"))));

        assertThat(version()).isEqualTo("1.0.1");
    }

    @Test
    void aValueThatCannotBeReadLeavesTheLastGoodOne() {
        changed(published(1, 7, "1.0.1", MONDAY, "a"));

        changed(put(1, "{\"id\":1,\"state\":\"published\"}"));
        changed(put(1, "no JSON"));
        changed(put(1, release(1, 7, "6.6.6", "published", TUESDAY, "a").replace("aaaa", "../a")));

        assertThat(version()).isEqualTo("1.0.1");
    }

    @Test
    void wordsOfALaterVersionAreIgnored() {
        changed(
                put(
                        1,
                        release(1, 7, "1.0.1", "published", MONDAY, "a")
                                .replace("\"id\":1", "\"id\":1,\"rollout\":{}")));

        assertThat(version()).isEqualTo("1.0.1");
    }

    private String version() {
        return switch (catalog.find(7, FILE)) {
            case Offer.Of(String version, _, _, _) -> version;
            case Offer.None() -> "none";
        };
    }

    private void changed(Change... changes) {
        catalog.changed(List.of(changes));
    }

    private static Change published(
            long id, long provider, String version, String at, String digit) {
        return put(id, release(id, provider, version, "published", at, digit));
    }

    private static Change put(long id, String json) {
        return new Change.Put(entry(id, json), Optional.empty());
    }

    private static Entry entry(long id, String json) {
        return new Entry(
                "release/" + id,
                "org.fingerpost.firmware.release.v1",
                1,
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static String release(
            long id, long provider, String version, String state, String at, String digit) {
        return """
        {"id":%d,"provider":%d,"family":"GXP2160","version":"%s","state":"%s",%s
         "files":[{"name":"gxp2160fw.bin","digest":"%s","size":5}]}\
        """
                .formatted(
                        id,
                        provider,
                        version,
                        state,
                        at.isEmpty() ? "" : "\"publishedAt\":\"" + at + "\",",
                        digit.repeat(64));
    }
}
