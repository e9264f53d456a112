package org.fingerpost.redirect.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fingerpost.audit.AuditEntry;
import org.fingerpost.audit.Trail;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.searching.PhonesRanges;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.StoredSetting;
import org.fingerpost.redirect.secrets.Vault;

/** Ranges and target servers as they were, read from the audit. */
@ApplicationScoped
class History {
    /** Later than every entry. */
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Trail trail;
    private final RangesOver rangesOver;
    private final PhonesRanges ranges;
    private final ObjectMapper json;

    History(Trail trail, RangesOver rangesOver, PhonesRanges ranges, ObjectMapper json) {
        this.trail = trail;
        this.rangesOver = rangesOver;
        this.ranges = ranges;
        this.json = json;
    }

    Optional<Instant> beginning() {
        return trail.beginning();
    }

    /**
     * The ranges that held the phone then, the innermost first. Of a range that came in a list the
     * audit has only what was decided singly; the range itself says when the lists did the rest.
     */
    List<RangeThen> around(MacAddress mac, Instant at) {
        Map<String, Registration> standing = new LinkedHashMap<>();
        ranges.around(mac).forEach(range -> standing.put("range/" + range.id(), range));
        Set<String> subjects = new LinkedHashSet<>(rangesOver.subjects(mac, at));
        subjects.addAll(standing.keySet());
        return subjects.stream()
                .map(subject -> then(subject, at, Optional.ofNullable(standing.get(subject))))
                .flatMap(Optional::stream)
                .filter(range -> range.holds(mac) && !range.state().equals("rejected"))
                .sorted(Comparator.comparingLong(RangeThen::size))
                .toList();
    }

    /** A range as it is, with the names of those who made it so. */
    RangeThen now(Registration range, Instant at) {
        return now(range, trail.of("range/" + range.id(), at));
    }

    private RangeThen now(Registration range, List<AuditEntry> entries) {
        return new RangeThen(
                range.id(),
                range.provider(),
                range.range().first(),
                range.range().last(),
                range.state().word(),
                range.blocked(),
                range.targetServer(),
                range.company(),
                range.pilotMacs(),
                registered(entries).or(() -> listed(range)),
                approved(entries).or(() -> listApproved(range)));
    }

    private Optional<RangeThen.Decided> listed(Registration range) {
        return ranges.listsOf(range.id())
                .importId()
                .map(job -> new RangeThen.Decided("range-import/" + job, range.registeredAt()));
    }

    private Optional<RangeThen.Decided> listApproved(Registration range) {
        return ranges.listsOf(range.id())
                .approvalId()
                .flatMap(job ->
                        range.approvedAt()
                                .map(at -> new RangeThen.Decided("range-import/" + job, at)));
    }

    /**
     * The target server as it was then, without its secrets and its spread, which the audit does
     * not keep; nothing if the audit does not tell of it.
     */
    Optional<TargetServer> server(long id, Instant at) {
        return last(trail.of("target/" + id, at)).map(state -> server(id, state));
    }

    private static TargetServer server(long id, JsonNode state) {
        List<StoredSetting> settings = new ArrayList<>();
        for (Map.Entry<String, JsonNode> setting : state.path("settings").properties()) {
            PValue p = PValue.parse(setting.getKey());
            if (!Vault.guards(p)) {
                settings.add(new StoredSetting.Plain(p, setting.getValue().asText()));
            }
        }
        String upgrade = state.path("autoUpgrade").asText();
        boolean spread = state.path("spreadInterval").asInt() > 0;
        return new TargetServer(
                id,
                state.path("providerId").asLong(),
                state.path("name").asText(),
                ServerUrl.parse(state.path("configUrl").asText()),
                ServerUrl.parse(state.path("firmwareUrl").asText()),
                new Instructions(
                        affixes(state, "config"),
                        affixes(state, "firmware"),
                        new Checks(
                                upgrade.isEmpty() ? AutoUpgrade.KEEP : AutoUpgrade.of(upgrade),
                                spread ? 0 : state.path("checkIntervalMinutes").asInt(),
                                0,
                                SpreadKey.NONE),
                        state.path("dhcpOverride").asInt(),
                        settings,
                        state.path("httpRedirect").asBoolean()));
    }

    private static Affixes affixes(JsonNode state, String of) {
        return new Affixes(state.path(of + "Prefix").asText(), state.path(of + "Postfix").asText());
    }

    private Optional<RangeThen> then(String subject, Instant at, Optional<Registration> standing) {
        List<AuditEntry> entries = trail.of(subject, at);
        long id = Long.parseLong(subject.substring(subject.indexOf('/') + 1));
        Optional<RangeThen> written =
                last(entries).map(state -> then(id, state, registered(entries), approved(entries)));
        return standing.isEmpty()
                ? written
                : standing.filter(range -> !range.registeredAt().isAfter(at))
                        .filter(range -> entries.isEmpty() || written.isPresent())
                        .map(range ->
                                byLists(written.orElseGet(() -> unwritten(range, at)), range, at));
    }

    private static RangeThen then(
            long id,
            JsonNode state,
            Optional<RangeThen.Decided> registered,
            Optional<RangeThen.Decided> approved) {
        return new RangeThen(
                id,
                state.path("providerId").asLong(),
                MacAddress.parse(state.path("first").asText()),
                MacAddress.parse(state.path("last").asText()),
                state.path("state").asText(),
                state.path("blocked").asBoolean(),
                state.path("targetServerId").asLong(),
                Optional.of(state.path("company").asText()).filter(company -> !company.isEmpty()),
                macs(state.path("pilotMacs")),
                registered,
                approved);
    }

    /** As it was before the next single decision; if there was none, as it is. */
    private RangeThen unwritten(Registration range, Instant at) {
        return trail.of("range/" + range.id(), EVER).stream()
                .filter(entry -> entry.at().isAfter(at))
                .findFirst()
                .flatMap(AuditEntry::before)
                .map(before -> then(range.id(), tree(before), Optional.empty(), Optional.empty()))
                .orElseGet(() -> now(range, List.of()));
    }

    /** With what lists decided about it, and when. */
    private RangeThen byLists(RangeThen then, Registration range, Instant at) {
        RangeThen named = then.registeredBy(then.registered().or(() -> listed(range)));
        return listApproved(range)
                .map(list -> list.at().isAfter(at) ? named.unapproved() : named.approvedBy(list))
                .orElse(named);
    }

    /** What the last entry left there; nothing if it took it away. */
    private Optional<JsonNode> last(List<AuditEntry> entries) {
        return entries.isEmpty() ? Optional.empty() : entries.getLast().after().map(this::tree);
    }

    private static List<MacAddress> macs(JsonNode texts) {
        List<MacAddress> macs = new ArrayList<>();
        texts.forEach(text -> macs.add(MacAddress.parse(text.asText())));
        return macs;
    }

    private static Optional<RangeThen.Decided> registered(List<AuditEntry> entries) {
        return newest(entries, entry -> entry.before().isEmpty());
    }

    private static Optional<RangeThen.Decided> approved(List<AuditEntry> entries) {
        return newest(entries, entry -> entry.action().equals("range-approved"));
    }

    private static Optional<RangeThen.Decided> newest(
            List<AuditEntry> entries, Predicate<AuditEntry> which) {
        return entries.reversed().stream()
                .filter(which)
                .findFirst()
                .map(entry -> new RangeThen.Decided(entry.who(), entry.at()));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit entry holds no JSON", e);
        }
    }
}
