package org.fingerpost.firmware.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.names.AskedFile;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final String FILE = "gxp2160fw.bin";
    private static final String MONDAY = "2026-11-23T08:00:00Z";
    private static final String TUESDAY = "2026-11-24T08:00:00Z";
    private static final long PLATFORM = 0;

    private final Catalog catalog = new Catalog(new ObjectMapper());

    @Test
    void aPublishedReleaseIsOfferedToItsProviderOnly() {
        changed(put("release/1", release(1, 7, "1.0.11.39", MONDAY, 'a')));

        Digest as = new Digest("a".repeat(64));
        assertThat(find(7, "", FILE))
                .isEqualTo(
                        new Offer.Of(
                                as,
                                5,
                                Instant.parse(MONDAY),
                                Optional.of(1L),
                                Optional.empty(),
                                false));
        assertThat(got(8, "", FILE)).isEqualTo("none");
        assertThat(got(7, "", "GXP2160fw.bin")).isEqualTo("none");
    }

    @Test
    void onlyWhatIsPublishedIsOffered() {
        for (String state : List.of("draft", "withdrawn")) {
            changed(put("release/1", release(1, 7, "1.0.1", MONDAY, 'a')));
            changed(
                    put(
                            "release/1",
                            release(1, 7, "1.0.1", MONDAY, 'a')
                                    .replace("published\"", state + "\"")));

            assertThat(got(7, "", FILE)).isEqualTo("none");
        }
    }

    @Test
    void theNewestPublishedReleaseWinsInWhateverOrderTheyAreTold() {
        changed(
                put("release/1", release(1, 7, "2.0.0.1", TUESDAY, 'a')),
                put("release/2", release(2, 7, "3.0.0.1", MONDAY, 'b')));

        assertThat(got(7, "", FILE)).isEqualTo("a");
    }

    @Test
    void ofTwoPublishedAtOneInstantTheLaterMadeWins() {
        changed(
                put("release/10", release(10, 7, "1.0.10", MONDAY, 'a')),
                put("release/9", release(9, 7, "1.0.9", MONDAY, 'b')));

        assertThat(got(7, "", FILE)).isEqualTo("a");
    }

    @Test
    void eachReleaseHasItsOwnAddressesByPostfixAndByFolder() {
        changed(
                put("release/1", release(1, 7, "1.0.7.5", MONDAY, 'a')),
                put(
                        "release/2",
                        release(
                                2,
                                7,
                                "1.0.7.6",
                                TUESDAY,
                                'b',
                                "\"prefix\":\"gs_\",\"folder\":\"lab/new\",")));

        assertThat(got(7, "", FILE + "_1.0.7.5")).isEqualTo("a");
        assertThat(got(7, "", "gs_" + FILE)).isEqualTo("b");
        assertThat(got(7, "GXP2160/1.0.7.5", FILE)).isEqualTo("a");
        assertThat(got(7, "gxp-2160/1.0.7.6", "gs_" + FILE)).isEqualTo("b");
        assertThat(got(7, "GXP2160/1.0.7.6", FILE + "_1.0.7.6")).isEqualTo("b");
        assertThat(got(7, "lab/new", FILE)).isEqualTo("b");
        assertThat(got(7, "GXP2160/1.0.7.5", FILE + "_1.0.7.6")).isEqualTo("none");
        assertThat(got(7, "GXP2170/1.0.7.5", FILE)).isEqualTo("none");
        assertThat(find(7, "GXP2160/1.0.7.5", FILE)).matches(offer -> ((Offer.Of) offer).lasting());
    }

    @Test
    void aFileIsNeverOfferedToAnotherFamily() {
        changed(put("release/1", release(1, 7, "1.0.1", MONDAY, 'a')));
        assertThat(asked(7, FILE, "GXP2160", "1.0.0")).isEqualTo("a");
        assertThat(asked(7, FILE, "HT802", "1.0.0")).isEqualTo("none");

        changed(put("release/2", release(2, 7, "1.0.1", TUESDAY, 'b').replace("GXP2160", "HT80x")));
        assertThat(asked(7, FILE, "GXP2160", "1.0.0")).isEqualTo("a");
        assertThat(asked(7, FILE, "HT802", "1.0.0")).isEqualTo("b");
        assertThat(got(7, "", FILE)).as("who does not say what it is").isEqualTo("none");
    }

    @Test
    void aPhoneClimbsTheLadderStepByStep() {
        changed(
                put("release/1", release(1, 7, "1.0.5", MONDAY, 'a')),
                put(
                        "release/2",
                        release(2, 7, "1.0.10", TUESDAY, 'b', "\"minimumVersion\":\"1.0.5\",")));

        assertThat(asked(7, FILE, "GXP2160", "1.0.4.9")).isEqualTo("a");
        assertThat(asked(7, FILE, "GXP2160", "1.0.5.0")).isEqualTo("b");
        assertThat(asked(7, FILE + "_1.0.10", "GXP2160", "1.0.4")).isEqualTo("a");
        assertThat(find(7, "", FILE + "_1.0.10")).matches(offer -> !((Offer.Of) offer).lasting());
    }

    @Test
    void aNameThatTwoOwnersHaveIsNotForEver() {
        changed(put("release/1", release(1, 7, "1.0.1", MONDAY, 'a')));
        assertThat(find(7, "", FILE + "_1.0.1")).matches(offer -> ((Offer.Of) offer).lasting());

        changed(put("release/2", release(2, PLATFORM, "1.0.1", TUESDAY, 'b')));

        assertThat(find(7, "", FILE + "_1.0.1")).matches(offer -> !((Offer.Of) offer).lasting());
    }

    @Test
    void aChoiceForOneModelIsForNoOther() {
        String family = release(1, PLATFORM, "1.0.1", MONDAY, 'a').replace("GXP2160", "HT80x");
        changed(
                put("release/1", family),
                put("subscription/7/HT802", "{\"provider\":7,\"family\":\"HT802\"}"),
                put("offer/8/HT802", "{\"provider\":8,\"family\":\"HT802\",\"release\":1}"));

        for (long provider : List.of(7L, 8L)) {
            assertThat(asked(provider, FILE, "HT802", "1.0.0")).isEqualTo("a");
            assertThat(asked(provider, FILE, "HT801", "1.0.0")).isEqualTo("none");
        }
    }

    @Test
    void theOperatorsReleasesAreForSubscribersAndGiveWayToTheirOwn() {
        changed(put("release/1", release(1, PLATFORM, "1.0.1", TUESDAY, 'a')));
        assertThat(got(7, "", FILE)).isEqualTo("none");

        changed(put("subscription/7/GXP21xx", "{\"provider\":7,\"family\":\"GXP21xx\"}"));
        assertThat(got(7, "", FILE)).isEqualTo("a");
        assertThat(got(8, "", FILE)).isEqualTo("none");

        changed(put("release/2", release(2, 7, "1.0.0", MONDAY, 'b')));
        assertThat(got(7, "", FILE)).isEqualTo("b");
        assertThat(got(7, "", FILE + "_1.0.1")).isEqualTo("a");
    }

    @Test
    void whatIsOfferedComesBeforeWhatIsNewer() {
        changed(
                put("release/1", release(1, 7, "1.0.1", MONDAY, 'a')),
                put("release/2", release(2, 7, "1.0.2", TUESDAY, 'b')),
                put("offer/7/GXP21xx", "{\"provider\":7,\"family\":\"GXP21xx\",\"release\":1}"));
        assertThat(asked(7, FILE, "GXP2160", "1.0.0")).isEqualTo("a");

        changed(put("offer/7/GXP2160", "{\"provider\":7,\"family\":\"GXP2160\",\"release\":2}"));
        assertThat(asked(7, FILE, "GXP2160", "1.0.0")).isEqualTo("b");
    }

    @Test
    void aReleaseThatIsGoneGivesWayToTheOneBefore() {
        changed(
                put("release/1", release(1, 7, "1.0.1", MONDAY, 'a')),
                put("release/2", release(2, 7, "1.0.2", TUESDAY, 'b')));

        catalog.changed(List.of(new Change.Gone(entry("release/2", "{}"))));

        assertThat(got(7, "", FILE)).isEqualTo("a");
    }

    @Test
    void aValueThatCannotBeReadLeavesTheLastGoodOneAndLaterWordsAreIgnored() {
        String good = release(1, 7, "1.0.1", MONDAY, 'a');
        changed(put("release/1", good.replace("\"id\":1", "\"id\":1,\"rollout\":{}")));

        changed(put("release/1", "{\"id\":1,\"state\":\"published\"}"));
        changed(put("release/1", "no JSON"));
        changed(put("release/1", good.replace("aaaa", "../a")));
        changed(put("rollout/1", "{}"));

        assertThat(got(7, "", FILE)).isEqualTo("a");
    }

    /** The first digit of the digest that an anonymous asker gets. */
    private String got(long provider, String folder, String name) {
        return digit(find(provider, folder, name));
    }

    private String asked(long provider, String name, String model, String version) {
        return digit(
                catalog.find(
                        new Wanted(
                                provider,
                                new AskedFile("", name),
                                Optional.empty(),
                                DeviceModels.find(model),
                                Version.find(version))));
    }

    private Offer find(long provider, String folder, String name) {
        return catalog.find(
                new Wanted(
                        provider,
                        new AskedFile(folder, name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static String digit(Offer offer) {
        return switch (offer) {
            case Offer.Of of -> of.digest().hex().substring(0, 1);
            case Offer.None() -> "none";
        };
    }

    private void changed(Change... changes) {
        catalog.changed(List.of(changes));
    }

    private static Change put(String key, String json) {
        return new Change.Put(entry(key, json), Optional.empty());
    }

    private static Entry entry(String key, String json) {
        return new Entry(
                key,
                "org.fingerpost.firmware.release.v1",
                1,
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static String release(long id, long provider, String version, String at, char digit) {
        return release(id, provider, version, at, digit, "");
    }

    private static String release(
            long id, long provider, String version, String at, char digit, String more) {
        return """
        {"id":%d,"provider":%d,"family":"GXP2160","version":"%s","state":"published",
         "publishedAt":"%s",%s
         "files":[{"name":"gxp2160fw.bin","digest":"%s","size":5}]}\
        """
                .formatted(id, provider, version, at, more, String.valueOf(digit).repeat(64));
    }
}
