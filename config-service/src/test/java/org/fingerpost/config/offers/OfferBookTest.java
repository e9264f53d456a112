package org.fingerpost.config.offers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.junit.jupiter.api.Test;

class OfferBookTest {
    private static final DeviceModel MODEL = DeviceModels.find("GXP2160").orElseThrow();

    private final OfferBook book = new OfferBook();

    @Test
    void anOfferChangesWhatItsProviderOffersAndNobodyElses() {
        book.changed(List.of(put(7, "_1.0.1"), put(8, "_1.0.1")));
        OfferBook.Offers sevens = book.of(7);
        OfferBook.Offers eights = book.of(8);

        book.changed(List.of(put(7, "_1.0.2"), new Change.Gone(entry("sheet/8/x", "{}"))));

        assertThat(book.of(7)).isNotSameAs(sevens);
        assertThat(book.of(7).to(MODEL)).isPresent().isNotEqualTo(sevens.to(MODEL));
        assertThat(book.of(8)).isSameAs(eights);

        book.changed(List.of(new Change.Gone(entry("offer/8/GXP2160", "{}"))));
        assertThat(book.of(8).to(MODEL)).isEmpty();
    }

    private static Change put(long provider, String postfix) {
        String json =
                """
                {"provider":%d,"family":"GXP2160","release":1,"version":"1.0.1","prefix":"",\
                "postfix":"%s"}\
                """
                        .formatted(provider, postfix);
        return new Change.Put(entry("offer/" + provider + "/GXP2160", json), Optional.empty());
    }

    private static Entry entry(String key, String json) {
        return new Entry(key, "org.fingerpost.firmware.offer.v1", 1, json.getBytes(UTF_8));
    }
}
