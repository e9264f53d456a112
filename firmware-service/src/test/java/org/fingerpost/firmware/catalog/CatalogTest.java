package org.fingerpost.firmware.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.replica.Change;
import org.junit.jupiter.api.Test;

class CatalogTest extends ToldCatalog {
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
    void aNameThatTwoOwnersHaveIsNotForEver() {
        changed(put("release/1", release(1, 7, "1.0.1", MONDAY, 'a')));
        assertThat(find(7, "", FILE + "_1.0.1")).matches(offer -> ((Offer.Of) offer).lasting());

        changed(put("release/2", release(2, PLATFORM, "1.0.1", TUESDAY, 'b')));

        assertThat(find(7, "", FILE + "_1.0.1")).matches(offer -> !((Offer.Of) offer).lasting());
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
}
