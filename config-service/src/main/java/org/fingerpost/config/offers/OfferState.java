package org.fingerpost.config.offers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** A record {@code offer/{provider}/{family}} of the firmware service. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OfferState(
        long provider,
        String family,
        long release,
        String version,
        Optional<String> server,
        String prefix,
        String postfix,
        @JsonProperty("P194") Optional<Integer> autoUpgrade,
        @JsonProperty("P238") Optional<Integer> check) {
    private static final PValue SERVER = PValue.parse("P192");
    private static final PValue PREFIX = PValue.parse("P232");
    private static final PValue POSTFIX = PValue.parse("P233");
    private static final PValue AUTO_UPGRADE = PValue.parse("P194");
    private static final PValue CHECK = PValue.parse("P238");

    /** Affixes are always told: a phone that is to have none must forget those that it had. */
    FirmwareOffer offer() {
        PValues.Builder settings = PValues.builder(5);
        server.ifPresent(path -> settings.put(new Setting(SERVER, path)));
        settings.put(new Setting(PREFIX, prefix));
        settings.put(new Setting(POSTFIX, postfix));
        autoUpgrade.ifPresent(how -> settings.put(new Setting(AUTO_UPGRADE, how.toString())));
        check.ifPresent(when -> settings.put(new Setting(CHECK, when.toString())));
        return new FirmwareOffer(release, version, settings.build());
    }
}
