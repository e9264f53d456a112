package org.fingerpost.config.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.AuditEntry;
import org.fingerpost.audit.Decision;
import org.fingerpost.audit.Trail;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.assembly.proofs.AdmissionModes;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.fingerpost.rule.Span;

/** Keeps the providers' admission modes; {@code window} for whoever has not said otherwise. */
@ApplicationScoped
public class Admissions {
    private static final String TYPE = "org.fingerpost.config.admission.v1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** All of a provider's modes travel in one record. */
    private static final int MOST_GROUPS = 1_000;

    private final AdmissionRows rows;
    private final GroupAdmissionRows groups;
    private final TftpRangeRows tftp;
    private final Outbox outbox;
    private final Audit audit;
    private final Trail trail;

    Admissions(
            AdmissionRows rows,
            GroupAdmissionRows groups,
            TftpRangeRows tftp,
            Outbox outbox,
            Audit audit,
            Trail trail) {
        this.rows = rows;
        this.groups = groups;
        this.tftp = tftp;
        this.outbox = outbox;
        this.audit = audit;
        this.trail = trail;
    }

    /** The modes as they now are. */
    public record Kept(AdmissionModes modes, long commit) {}

    /** The provider's own mode, which is that of devices without a group. */
    @Transactional
    public AdmissionMode of(long provider) {
        return modes(provider).own();
    }

    @Transactional
    public AdmissionModes modes(long provider) {
        return rows.findByIdOptional(provider).map(this::modes).orElse(AdmissionModes.UNSAID);
    }

    /** As they were at a moment, by what was written down. */
    @Transactional
    public AdmissionModes modes(long provider, Instant moment) {
        AdmissionMode own = AdmissionMode.WINDOW;
        Map<String, AdmissionMode> ofGroups = new HashMap<>();
        List<Span> byTftp = List.of();
        for (AuditEntry entry : trail.of(subject(provider), moment)) {
            switch (entry.action()) {
                case "admission-changed" -> own = AdmissionMode.of(word(entry.after(), "mode"));
                case "group-admission-changed" -> {
                    String group = word(entry.after().or(entry::before), "group");
                    ofGroups.remove(group);
                    if (entry.after().isPresent()) {
                        ofGroups.put(group, AdmissionMode.of(word(entry.after(), "mode")));
                    }
                }
                case "tftp-ranges-changed" -> byTftp = ranges(entry.after());
                default -> {}
            }
        }
        return new AdmissionModes(own, ofGroups, byTftp);
    }

    private static String word(Optional<String> json, String member) {
        return written(json).path(member).asText();
    }

    private static List<Span> ranges(Optional<String> json) {
        List<Span> ranges = new ArrayList<>();
        for (JsonNode range : written(json).path("ranges")) {
            ranges.add(Span.parse(range.path("first").asText(), range.path("last").asText()));
        }
        return ranges;
    }

    private static JsonNode written(Optional<String> json) {
        try {
            return JSON.readTree(json.orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision that was written down cannot be read", e);
        }
    }

    @Transactional
    public Kept change(long provider, AdmissionMode mode) {
        AdmissionRow row = rows.locked(provider);
        Mode before = new Mode(row.mode);
        row.mode = mode.word();
        audit.record(decision("admission-changed", provider).was(before).is(new Mode(row.mode)));
        return tell(row);
    }

    /**
     * @param mode nothing, if the group is to have none of its own
     */
    @Transactional
    public Kept changeGroup(long provider, String group, Optional<AdmissionMode> mode) {
        checkName(group);
        AdmissionRow row = rows.locked(provider);
        Optional<String> before = groups.mode(provider, group);
        if (mode.isPresent()) {
            if (before.isEmpty() && groups.of(provider).size() >= MOST_GROUPS) {
                throw Problem.conflict(
                        "too-many-group-admissions",
                        MOST_GROUPS + " groups may have an admission mode of their own");
            }
            groups.put(provider, group, mode.get().word());
        } else {
            groups.remove(provider, group);
        }
        Decision decision = decision("group-admission-changed", provider);
        Decision was = before.map(word -> decision.was(new OfGroup(group, word))).orElse(decision);
        audit.record(mode.map(is -> was.is(new OfGroup(group, is.word()))).orElse(was));
        return tell(row);
    }

    /**
     * @param ranges instead of those that were said before; none: nobody's secrets go by TFTP
     */
    @Transactional
    public Kept changeTftp(long provider, List<Span> ranges) {
        List<Span> wished = TftpRanges.checked(ranges);
        AdmissionRow row = rows.locked(provider);
        List<Span> before = tftp.of(provider);
        tftp.replace(provider, wished);
        audit.record(
                decision("tftp-ranges-changed", provider)
                        .was(new Ranges(ranges(before)))
                        .is(new Ranges(ranges(wished))));
        return tell(row);
    }

    private static void checkName(String group) {
        if (!GROUP.matcher(group).matches()) {
            throw Problem.invalid(
                    "no-group-name",
                    "a group's name has 1 to 64 letters, digits, dots, - and _, and begins with a"
                            + " letter or a digit");
        }
    }

    private AdmissionModes modes(AdmissionRow row) {
        Map<String, AdmissionMode> ofGroups = new HashMap<>();
        List<GroupAdmissionRow> all = groups.of(row.providerId);
        all.forEach(group -> ofGroups.put(group.groupName, AdmissionMode.of(group.mode)));
        return new AdmissionModes(AdmissionMode.of(row.mode), ofGroups, tftp.of(row.providerId));
    }

    private Kept tell(AdmissionRow row) {
        rows.flush();
        AdmissionModes modes = modes(row);
        List<OfGroup> ofGroups =
                modes.groups().entrySet().stream()
                        .map(of -> new OfGroup(of.getKey(), of.getValue().word()))
                        .toList();
        State state = new State(row.providerId, modes.own(), ofGroups, ranges(modes.tftp()));
        return new Kept(modes, outbox.append(subject(row.providerId), TYPE, state));
    }

    private static Decision decision(String action, long provider) {
        Caller owner = new Caller.OfProvider(provider);
        return Decision.about(owner, action, subject(provider), provider);
    }

    private static String subject(long provider) {
        return "admission/" + provider;
    }

    private static List<OfRange> ranges(List<Span> spans) {
        return spans.stream()
                .map(span -> new OfRange(span.first().toString(), span.last().toString()))
                .toList();
    }

    private record Ranges(List<OfRange> ranges) {}

    private record OfRange(String first, String last) {}

    private record Mode(String mode) {}

    private record OfGroup(String group, String mode) {}

    private record State(
            long provider, AdmissionMode mode, List<OfGroup> groups, List<OfRange> tftp) {}
}
