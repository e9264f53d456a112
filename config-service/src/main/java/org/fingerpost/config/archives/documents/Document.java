package org.fingerpost.config.archives.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.assembly.proofs.AdmissionModes;
import org.fingerpost.config.devices.copies.DeviceCopy;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.sheets.copies.SheetCopy;
import org.fingerpost.config.turns.Pace;
import org.fingerpost.config.turns.PaceForm;
import org.fingerpost.config.turns.Pacing;
import org.fingerpost.config.turns.TurnKey;
import org.fingerpost.rule.Span;

/**
 * One thing of an archive.
 *
 * <pre>
 * archive   = manifest *1admission *1paces *group *sheet *1generic *device end   ; JSON, a line each
 * manifest  = {"kind": "manifest", "version": 2, "made": time, "provider": id}
 * admission = {"kind": "admission", "mode": "window", "groups": {"berlin": "basic"}, "tftp": [{"first": mac, "last": mac}]}
 * paces     = {"kind": "staggering", "turnKey": base64, "pace": {…}, "groups": {"berlin": {…}}}
 * group     = {"kind": "group", "name": "berlin", "parent": "germany"}    ; the outer first
 * sheet     = {"kind": "sheet", "sheet": {…}}                             ; templates first
 * generic   = {"kind": "generic", "settings": {"P47": "…"}}
 * device    = {"kind": "device", "device": {…}}
 * end       = {"kind": "end", "documents": 17}                            ; all but this one
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(value = Document.Manifest.class, name = "manifest"),
    @Type(value = Document.Admission.class, name = "admission"),
    @Type(value = Document.Paces.class, name = "staggering"),
    @Type(value = Document.OfGroup.class, name = "group"),
    @Type(value = Document.OfSheet.class, name = "sheet"),
    @Type(value = Document.Generic.class, name = "generic"),
    @Type(value = Document.OfDevice.class, name = "device"),
    @Type(value = Document.End.class, name = "end")
})
public sealed interface Document {
    /**
     * Changed when what is written could not be read by who knows only this one. Earlier ones are
     * read: version 1 had no staggering.
     */
    int VERSION = 2;

    /** As a person would call it. */
    String thing();

    /**
     * @param provider whose it was, there
     */
    record Manifest(int version, Instant made, long provider) implements Document {
        public Manifest {
            Objects.requireNonNull(made);
        }

        @Override
        public String thing() {
            return "manifest";
        }
    }

    /**
     * @param tftp ranges whose secrets may go by TFTP; archives before there were any have none
     */
    record Admission(
            AdmissionMode mode,
            Map<String, AdmissionMode> groups,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RangeForm> tftp)
            implements Document {
        public Admission {
            Objects.requireNonNull(mode);
            groups = Map.copyOf(groups);
            tftp = tftp == null ? List.of() : List.copyOf(tftp);
        }

        public static Admission of(AdmissionModes modes) {
            return new Admission(
                    modes.own(), modes.groups(), modes.tftp().stream().map(RangeForm::of).toList());
        }

        @Override
        public String thing() {
            return "admission";
        }
    }

    record RangeForm(String first, String last) {
        static RangeForm of(Span range) {
            return new RangeForm(range.first().toString(), range.last().toString());
        }

        public Span range() {
            return Span.parse(first, last);
        }
    }

    /**
     * @param turnKey with which phones keep their turns, in Base64
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Paces(String turnKey, Optional<PaceForm> pace, Map<String, PaceForm> groups)
            implements Document {
        public Paces {
            groups.keySet().forEach(SheetName::checkName);
            pacing(turnKey, pace, groups);
        }

        public static Paces of(Pacing pacing) {
            Map<String, PaceForm> groups = new TreeMap<>();
            pacing.groups().forEach((group, pace) -> groups.put(group, PaceForm.of(pace)));
            return new Paces(
                    Base64.getEncoder().encodeToString(pacing.key().bytes()),
                    pacing.own().map(PaceForm::of),
                    groups);
        }

        /** What it says. */
        public Pacing pacing() {
            return pacing(turnKey, pace, groups);
        }

        private static Pacing pacing(
                String turnKey, Optional<PaceForm> pace, Map<String, PaceForm> groups) {
            Map<String, Pace> ofGroups = new HashMap<>();
            groups.forEach((group, form) -> ofGroups.put(group, form.toPace()));
            return new Pacing(
                    TurnKey.of(Base64.getDecoder().decode(turnKey)),
                    pace.map(PaceForm::toPace),
                    ofGroups);
        }

        @Override
        public String thing() {
            return "staggering";
        }

        @Override
        public String toString() {
            return "Paces[…]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OfGroup(String name, Optional<String> parent) implements Document {
        public OfGroup {
            SheetName.checkName(name);
            parent.ifPresent(SheetName::checkName);
        }

        @Override
        public String thing() {
            return "the group " + name;
        }
    }

    record OfSheet(SheetCopy sheet) implements Document {
        public OfSheet {
            Objects.requireNonNull(sheet);
        }

        @Override
        public String thing() {
            return sheet.name();
        }
    }

    record Generic(Map<String, String> settings) implements Document {
        public Generic {
            settings.values().forEach(Objects::requireNonNull);
        }

        @Override
        public String thing() {
            return "generic settings";
        }

        @Override
        public String toString() {
            return "Generic[…]";
        }
    }

    record OfDevice(DeviceCopy device) implements Document {
        public OfDevice {
            Objects.requireNonNull(device);
        }

        @Override
        public String thing() {
            return "the device " + device.mac();
        }
    }

    record End(long documents) implements Document {
        @Override
        public String thing() {
            return "end";
        }
    }

    /** Where its kind stands in an archive. */
    default int rank() {
        return switch (this) {
            case Manifest _ -> 0;
            case Admission _ -> 1;
            case Paces _ -> 2;
            case OfGroup _ -> 3;
            case OfSheet _ -> 4;
            case Generic _ -> 5;
            case OfDevice _ -> 6;
            case End _ -> 7;
        };
    }
}
