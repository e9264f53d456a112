package org.fingerpost.firmware.rollouts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.firmware.releases.FirmwareRelease;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Span;

/** A rollout as the state topic tells it; what does not limit is left out. */
record RuleState(
        long id,
        long provider,
        long release,
        String version,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> server,
        String prefix,
        String postfix,
        List<Long> holds,
        List<String> names,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Range> ranges,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> running,
        String salt,
        long open,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean rests,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) @JsonProperty("P194")
                Optional<Integer> autoUpgrade,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) @JsonProperty("P238")
                Optional<Integer> check) {
    static final String TYPE = "org.fingerpost.firmware.rollout.v1";

    record Range(String first, String last) {
        static Range of(Span span) {
            return new Range(span.first().toString(), span.last().toString());
        }
    }

    /**
     * @param given what phones that are let in are told to get
     */
    static RuleState of(Rollout rollout, FirmwareRelease given, Optional<String> server) {
        Rule rule = rollout.told();
        return new RuleState(
                rollout.id(),
                rollout.provider(),
                given.id(),
                given.version().text(),
                server,
                given.toldPrefix(),
                given.toldPostfix(),
                List.of(rollout.release()),
                rule.names().stream().sorted().toList(),
                rule.ranges().stream().map(Range::of).toList(),
                running(rule, given),
                rule.salt().toString(),
                rule.open(),
                rollout.rests(),
                rollout.telling().autoUpgrade(),
                rollout.telling().check());
    }

    /** Who has got what it is given stays chosen, after a rollback too. */
    private static List<String> running(Rule rule, FirmwareRelease given) {
        return rule.running().isEmpty()
                ? List.of()
                : Stream.concat(rule.running().stream(), Stream.of(given.version().text()))
                        .distinct()
                        .sorted()
                        .toList();
    }
}
