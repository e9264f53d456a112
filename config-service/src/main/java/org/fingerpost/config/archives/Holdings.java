package org.fingerpost.config.archives;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.admission.Admissions;
import org.fingerpost.config.archives.documents.Document;
import org.fingerpost.config.assembly.proofs.AdmissionModes;
import org.fingerpost.config.devices.copies.DeviceCopies;
import org.fingerpost.config.generic.GenericSettings;
import org.fingerpost.config.groups.Groups;
import org.fingerpost.config.sheets.copies.SheetCopies;
import org.fingerpost.config.staggering.Staggering;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;

/** What a provider has already. */
@ApplicationScoped
class Holdings {
    private final Groups groups;
    private final SheetCopies sheets;
    private final GenericSettings generic;
    private final DeviceCopies devices;
    private final Admissions admissions;
    private final Staggering staggering;

    Holdings(
            Groups groups,
            SheetCopies sheets,
            GenericSettings generic,
            DeviceCopies devices,
            Admissions admissions,
            Staggering staggering) {
        this.groups = groups;
        this.sheets = sheets;
        this.generic = generic;
        this.devices = devices;
        this.admissions = admissions;
        this.staggering = staggering;
    }

    /**
     * @throws Problem naming the first of the documents whose thing is there
     */
    @Transactional
    void refuse(long provider, List<Document> documents) {
        for (Document each : documents) {
            if (isThere(provider, each)) {
                throw there(each.thing());
            }
        }
        List<MacAddress> macs =
                documents.stream()
                        .filter(Document.OfDevice.class::isInstance)
                        .map(each -> ((Document.OfDevice) each).device().mac())
                        .map(MacAddress::parse)
                        .toList();
        if (!macs.isEmpty()) {
            Optional<MacAddress> known = devices.known(provider, macs);
            known.ifPresent(mac -> {
                throw there("the device " + mac);
            });
        }
    }

    private boolean isThere(long provider, Document document) {
        return switch (document) {
            case Document.Admission _ -> !admissions.modes(provider).equals(AdmissionModes.UNSAID);
            case Document.Paces _ ->
                    staggering
                            .pacing(provider)
                            .filter(now -> now.own().isPresent() || !now.groups().isEmpty())
                            .isPresent();
            case Document.OfGroup(var name, _) -> groups.find(provider, name).isPresent();
            case Document.OfSheet(var sheet) -> sheets.isKnown(provider, sheet.name());
            case Document.Generic _ -> generic.of(provider).isPresent();
            case Document.Manifest _, Document.OfDevice _, Document.End _ -> false;
        };
    }

    private static Problem there(String thing) {
        return Problem.conflict(
                        "already-there",
                        thing + " is there already: nothing is taken over unless ?overwrite=true")
                .with("thing", thing);
    }
}
