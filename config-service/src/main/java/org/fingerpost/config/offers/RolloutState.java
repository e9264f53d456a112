package org.fingerpost.config.offers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Salt;
import org.fingerpost.rule.Span;

/** A record {@code rollout/{id}} of the firmware service. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RolloutState(
        long id,
        long provider,
        long release,
        String version,
        Optional<String> server,
        String prefix,
        String postfix,
        Set<String> names,
        List<Range> ranges,
        Set<String> running,
        String salt,
        long open,
        @JsonProperty("P194") Optional<Integer> autoUpgrade,
        @JsonProperty("P238") Optional<Integer> check) {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Range(String first, String last) {}

    Rule rule() {
        List<Range> given = ranges == null ? List.of() : ranges;
        return new Rule(
                names,
                given.stream().map(each -> Span.parse(each.first, each.last)).toList(),
                running == null ? Set.of() : running,
                Salt.parse(salt),
                open);
    }

    /** What phones are told that the rule lets in. */
    FirmwareOffer offer() {
        return new OfferState(
                        provider, "", release, version, server, prefix, postfix, autoUpgrade, check)
                .offer();
    }
}
