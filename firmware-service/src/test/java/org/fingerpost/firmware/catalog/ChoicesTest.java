package org.fingerpost.firmware.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose files a phone gets, by what its provider chose and by what it says of itself. */
class ChoicesTest extends ToldCatalog {
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
}
