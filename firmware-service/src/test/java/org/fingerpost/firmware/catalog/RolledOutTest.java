package org.fingerpost.firmware.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.fingerpost.firmware.names.AskedFile;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.rule.Salt;
import org.junit.jupiter.api.Test;

/** What a phone gets while a release is rolled out: an old release (a), and a new one (b). */
class RolledOutTest {
    private static final String FILE = "gxp2160fw.bin";
    private static final String SALT = "000102030405060708090a0b0c0d0e0f";
    private static final String PHONE = "000b82000007";
    private static final String OLD = "1.0.7.5";
    private static final String NEW = "1.0.9.1";

    private final Catalog catalog = new Catalog(new ObjectMapper());

    RolledOutTest() {
        changed(
                put("release/1", release(1, OLD, "2026-11-23T08:00:00Z", 'a', "")),
                put("release/2", release(2, NEW, "2026-11-24T08:00:00Z", 'b', "")));
    }

    @Test
    void aReleaseThatIsRolledOutIsKeptFromPhonesWhoseTurnHasNotCome() {
        assertThat(got(PHONE, OLD, FILE)).isEqualTo("b");

        changed(rollout(2, "2", 0, ""));
        assertThat(got(PHONE, OLD, FILE)).isEqualTo("a");
        assertThat(got("", OLD, FILE)).isEqualTo("a");

        changed(rollout(2, "2", Salt.PLACES, ""));
        assertThat(got(PHONE, OLD, FILE)).isEqualTo("b");
        assertThat(got("", OLD, FILE)).as("who does not say its MAC").isEqualTo("a");
    }

    @Test
    void aDraftDoesNotLeadBackPhonesThatHaveTheRelease() {
        changed(rollout(2, "2", 0, ""));

        assertThat(got(PHONE, NEW, FILE)).isEqualTo("b");
        assertThat(got("", NEW, FILE)).isEqualTo("b");
    }

    @Test
    void aRuleOpenToATenthLetsInATenthOfTheFleet() {
        changed(rollout(2, "2", Salt.PLACES / 10, ""));

        long letIn =
                LongStream.range(0x000b82000000L, 0x000b82000000L + 10_000)
                        .mapToObj(mac -> got(new MacAddress(mac).toString(), OLD, FILE))
                        .filter("b"::equals)
                        .count();

        // Five standard deviations of 30; the salt is fixed.
        assertThat(letIn).isBetween(850L, 1150L);
    }

    @Test
    void aNameThatTellsTheVersionIsAnsweredToEverybody() {
        changed(rollout(2, "2", 0, ""));

        assertThat(got(PHONE, OLD, FILE + "_" + NEW)).isEqualTo("b");
        assertThat(got(PHONE, OLD, FILE + "_" + OLD)).isEqualTo("a");
    }

    @Test
    void aParkedPhoneIsOffTheRuleUntilItIsReleased() {
        changed(
                rollout(2, "2", Salt.PLACES, ""),
                put("parked/3/" + PHONE, "{\"rollout\":3,\"mac\":\"" + PHONE + "\"}"));
        assertThat(got(PHONE, OLD, FILE)).isEqualTo("a");
        assertThat(got("000b82000008", OLD, FILE)).isEqualTo("b");

        catalog.changed(List.of(new Change.Gone(entry("parked/3/" + PHONE, "{}"))));
        assertThat(got(PHONE, OLD, FILE)).isEqualTo("b");
    }

    @Test
    void aParkedPhoneGetsTheReleaseUnderNoNameUnlessItRunsItOrAnOfferNamesIt() {
        changed(
                rollout(2, "2", Salt.PLACES, ""),
                put("parked/3/" + PHONE, "{\"rollout\":3,\"mac\":\"" + PHONE + "\"}"));

        assertThat(got(PHONE, OLD, FILE + "_" + NEW)).isEqualTo("none");
        assertThat(got(PHONE, NEW, FILE + "_" + NEW)).isEqualTo("b");
        assertThat(got(PHONE, OLD, FILE + "_" + OLD)).isEqualTo("a");
        assertThat(got("000b82000008", OLD, FILE + "_" + NEW)).isEqualTo("b");
        assertThat(got("", OLD, FILE + "_" + NEW)).as("who does not say its MAC").isEqualTo("b");

        changed(put("offer/7/GXP2160", "{\"provider\":7,\"family\":\"GXP2160\",\"release\":2}"));
        assertThat(got(PHONE, OLD, FILE + "_" + NEW)).isEqualTo("b");
    }

    @Test
    void aRolloutThatRestsRefusesItsReleaseUnderAnyNameToWhomItIsForAndWhoSaysWhoItIs() {
        String rests =
                ",\"running\":[\"1.0.9.1\"],\"rests\":true,\"ranges\":[{\"first\":"
                        + "\"000b82000000\",\"last\":\"000b82000007\"}]";
        changed(rollout(2, "2", Salt.PLACES, rests));

        assertThat(got(PHONE, OLD, FILE + "_" + NEW)).isEqualTo("none");
        assertThat(got(PHONE, OLD, FILE)).isEqualTo("a");
        assertThat(got(PHONE, NEW, FILE + "_" + NEW)).isEqualTo("b");
        assertThat(got("000b82000008", OLD, FILE + "_" + NEW)).as("not chosen").isEqualTo("b");
        assertThat(got("", OLD, FILE + "_" + NEW)).as("who does not say its MAC").isEqualTo("b");
    }

    @Test
    void whatARolloutGivesIsMarkedWithItAndAStepTowardsItToo() {
        String later = "2026-11-25T08:00:00Z";
        changed(
                put("release/4", release(4, "1.2", later, 'd', "\"minimumVersion\":\"1.0.9\",")),
                put("rollout/3", record(4, "4", Salt.PLACES, "")));

        assertThat(by(PHONE, NEW, FILE + "_1.2")).contains(3L);
        assertThat(by(PHONE, OLD, FILE + "_1.2")).as("the step below").contains(3L);
        assertThat(by(PHONE, OLD, FILE + "_" + NEW)).as("by its own name").isEmpty();
        assertThat(by("", NEW, FILE + "_1.2")).isEmpty();
    }

    @Test
    void aRuleChoosesByAddressAndByVersion() {
        changed(
                rollout(
                        2,
                        "2",
                        Salt.PLACES,
                        ",\"ranges\":[{\"first\":\"000b82000000\",\"last\":\"000b82000007\"}],"
                                + "\"running\":[\"1.0.7.5\"]"));

        assertThat(got(PHONE, OLD, FILE)).isEqualTo("b");
        assertThat(got("000b82000008", OLD, FILE)).isEqualTo("a");
        assertThat(got(PHONE, "1.0.6", FILE)).isEqualTo("a");
    }

    @Test
    void aRolledBackRuleGivesTheOldReleaseAndKeepsTheNewOneFromAll() {
        changed(rollout(1, "2", Salt.PLACES, ""));

        assertThat(got(PHONE, NEW, FILE)).isEqualTo("a");
        assertThat(got("", NEW, FILE)).isEqualTo("a");
    }

    @Test
    void aPhoneClimbsALadderThatIsRolledOutStepByStep() {
        String later = "2026-11-25T08:00:00Z";
        changed(
                put("release/4", release(4, "1.2", later, 'd', "\"minimumVersion\":\"1.0.9\",")),
                put("rollout/3", record(4, "4", Salt.PLACES, "")));

        assertThat(got(PHONE, OLD, FILE + "_1.2")).as("the step below").isEqualTo("b");
        assertThat(got(PHONE, OLD, FILE)).isEqualTo("b");
        assertThat(got(PHONE, NEW, FILE + "_1.2")).isEqualTo("d");
        assertThat(got(PHONE, NEW, FILE)).isEqualTo("d");
    }

    @Test
    void anotherProvidersRolloutKeepsNothingBack() {
        changed(
                put(
                        "rollout/3",
                        record(2, "2", 0, "").replace("\"provider\":7", "\"provider\":8")));

        assertThat(got(PHONE, OLD, FILE)).isEqualTo("b");
    }

    @Test
    void whenARolloutIsGoneItsReleaseIsLikeAnyOther() {
        changed(rollout(2, "2", 0, ""));
        catalog.changed(List.of(new Change.Gone(entry("rollout/3", "{}"))));

        assertThat(got(PHONE, OLD, FILE)).isEqualTo("b");
    }

    private Optional<Long> by(String mac, String version, String name) {
        return find(mac, version, name) instanceof Offer.Of offer
                ? offer.rollout()
                : Optional.empty();
    }

    private String got(String mac, String version, String name) {
        return switch (find(mac, version, name)) {
            case Offer.Of(var digest, _, _, _, _, _) -> digest.hex().substring(0, 1);
            case Offer.None() -> "none";
        };
    }

    private Offer find(String mac, String version, String name) {
        return catalog.find(
                new Wanted(
                        7,
                        new AskedFile("", name),
                        MacAddress.find(mac),
                        DeviceModels.find("GXP2160"),
                        Version.find(version)));
    }

    private void changed(Change... changes) {
        catalog.changed(List.of(changes));
    }

    private static Change rollout(long gives, String holds, long open, String more) {
        return put("rollout/3", record(gives, holds, open, more));
    }

    private static String record(long gives, String holds, long open, String more) {
        return """
        {"id":3,"provider":7,"release":%d,"version":"%s","prefix":"","postfix":"_%s","holds":[%s],
         "names":["GXP2160"],"salt":"%s","open":%d%s}\
        """
                .formatted(gives, NEW, NEW, holds, SALT, open, more);
    }

    private static Change put(String key, String json) {
        return new Change.Put(entry(key, json), Optional.empty());
    }

    private static Entry entry(String key, String json) {
        return new Entry(key, "any", 1, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String release(long id, String version, String at, char digit, String more) {
        return """
        {"id":%d,"provider":7,"family":"GXP2160","version":"%s","state":"published",
         "publishedAt":"%s",%s
         "files":[{"name":"gxp2160fw.bin","digest":"%s","size":5}]}\
        """
                .formatted(id, version, at, more, String.valueOf(digit).repeat(64));
    }
}
