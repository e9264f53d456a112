package org.fingerpost.config.offers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.rule.Salt;
import org.junit.jupiter.api.Test;

class RolloutBookTest {
    private static final DeviceModel MODEL = DeviceModels.find("GXP2160").orElseThrow();
    private static final MacAddress PHONE = MacAddress.parse("000b82123456");
    private static final Optional<String> OLD = Optional.of("1.0.7");
    private static final String PARKED = "parked/4/000b82123456";

    private final RolloutBook book = new RolloutBook();

    @Test
    void aPhoneThatIsLetInIsToldTheAffixesOfTheRelease() {
        book.changed(List.of(rollout(4, Salt.PLACES, "")));

        FirmwareOffer offer = book.to(7, PHONE, MODEL, OLD).orElseThrow();

        assertThat(offer.settings().get(PValue.parse("P233"))).contains("_4.0");
        assertThat(offer.settings().get(PValue.parse("P192"))).contains("fw.example.com/fw/x");
        assertThat(offer.settings().get(PValue.parse("P238"))).contains("1");
        assertThat(book.to(8, PHONE, MODEL, OLD)).isEmpty();
    }

    @Test
    void aPhoneWhoseTurnHasNotComeOrWhichIsParkedIsToldNothing() {
        book.changed(List.of(rollout(4, 0, "")));
        assertThat(book.to(7, PHONE, MODEL, OLD)).isEmpty();

        book.changed(
                List.of(
                        rollout(4, Salt.PLACES, ""),
                        put(PARKED, "{\"rollout\":4,\"mac\":\"000b82123456\"}")));
        assertThat(book.to(7, PHONE, MODEL, OLD)).isEmpty();

        book.changed(List.of(new Change.Gone(entry(PARKED, "{}"))));
        assertThat(book.to(7, PHONE, MODEL, OLD)).isPresent();
        book.changed(List.of(new Change.Gone(entry("rollout/4", "{}"))));
        assertThat(book.to(7, PHONE, MODEL, OLD)).isEmpty();
    }

    @Test
    void theNewestRuleThatLetsThePhoneInCountsAndWhatCannotBeReadChangesNothing() {
        book.changed(
                List.of(
                        rollout(4, Salt.PLACES, ""),
                        rollout(12, Salt.PLACES, ",\"running\":[\"1.0.9\"]")));
        assertThat(release(OLD)).isEqualTo(4);
        assertThat(release(Optional.of("1.0.9"))).isEqualTo(12);

        book.changed(List.of(put("rollout/4", "{}"), put("rollout/4", "no JSON")));
        assertThat(release(OLD)).isEqualTo(4);
    }

    private long release(Optional<String> version) {
        return book.to(7, PHONE, MODEL, version).orElseThrow().release();
    }

    private static Change rollout(long id, long open, String more) {
        return put(
                "rollout/" + id,
                """
                {"id":%d,"provider":7,"release":%d,"version":"%d.0","server":"fw.example.com/fw/x",
                 "prefix":"","postfix":"_%d.0","holds":[%d],"names":["GXP2160"],"P238":1,
                 "salt":"000102030405060708090a0b0c0d0e0f","open":%d%s}\
                """
                        .formatted(id, id, id, id, id, open, more));
    }

    private static Change put(String key, String json) {
        return new Change.Put(entry(key, json), Optional.empty());
    }

    private static Entry entry(String key, String json) {
        return new Entry(key, "any", 1, json.getBytes(UTF_8));
    }
}
