package org.fingerpost.redirect.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.redirect.audit.AuditEntry;
import org.fingerpost.redirect.audit.Trail;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.StoredSetting;
import org.fingerpost.redirect.secrets.Vault;

/** Ranges and target servers as they were, read from the audit. */
@ApplicationScoped
class History {
    private final Trail trail;
    private final ObjectMapper json;

    History(Trail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    Optional<Instant> beginning() {
        return trail.beginning();
    }

    /** The ranges that held the phone then, the innermost first. */
    List<RangeThen> around(MacAddress mac, Instant at) {
        return trail.rangesOver(mac, at).stream()
                .map(subject -> then(subject, at))
                .flatMap(Optional::stream)
                .filter(range -> range.holds(mac) && !range.state().equals("rejected"))
                .sorted(Comparator.comparingLong(RangeThen::size))
                .toList();
    }

    /** A range as it is, with the names of those who made it so. */
    RangeThen now(Registration range, Instant at) {
        List<AuditEntry> entries = trail.of("range/" + range.id(), at);
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
                registered(entries),
                approved(entries));
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

    private Optional<RangeThen> then(String subject, Instant at) {
        List<AuditEntry> entries = trail.of(subject, at);
        long id = Long.parseLong(subject.substring(subject.indexOf('/') + 1));
        return last(entries)
                .map(state ->
                        new RangeThen(
                                id,
                                state.path("providerId").asLong(),
                                MacAddress.parse(state.path("first").asText()),
                                MacAddress.parse(state.path("last").asText()),
                                state.path("state").asText(),
                                state.path("blocked").asBoolean(),
                                state.path("targetServerId").asLong(),
                                Optional.of(state.path("company").asText())
                                        .filter(company -> !company.isEmpty()),
                                macs(state.path("pilotMacs")),
                                registered(entries),
                                approved(entries)));
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
