package org.fingerpost.config.archives;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.config.admission.Admissions;
import org.fingerpost.config.archives.documents.Document;
import org.fingerpost.config.archives.jobs.ArchiveJob;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.assembly.proofs.AdmissionModes;
import org.fingerpost.config.devices.copies.DeviceCopies;
import org.fingerpost.config.generic.GenericSettings;
import org.fingerpost.config.groups.Groups;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.config.sheets.copies.SheetCopies;
import org.fingerpost.config.sheets.drafts.Author;
import org.fingerpost.config.staggering.Staggering;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.rule.Span;

/** Makes of one document what it says, sealed under the key of whose it is now. */
@ApplicationScoped
class Takeover {
    private final Holdings holdings;
    private final Groups groups;
    private final SheetCopies sheets;
    private final GenericSettings generic;
    private final DeviceCopies devices;
    private final Admissions admissions;
    private final Staggering staggering;

    Takeover(
            Holdings holdings,
            Groups groups,
            SheetCopies sheets,
            GenericSettings generic,
            DeviceCopies devices,
            Admissions admissions,
            Staggering staggering) {
        this.holdings = holdings;
        this.groups = groups;
        this.sheets = sheets;
        this.generic = generic;
        this.devices = devices;
        this.admissions = admissions;
        this.staggering = staggering;
    }

    /**
     * @throws org.fingerpost.problems.Problem if it is refused as it would be by the API
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void of(ArchiveJob job, Document document) {
        long provider = job.provider();
        if (!job.overwrite()) {
            holdings.refuse(provider, List.of(document));
        }
        switch (document) {
            case Document.Admission modes -> admit(provider, modes);
            case Document.Paces paces -> staggering.takeOver(provider, paces.pacing());
            case Document.OfGroup(var name, var parent) -> groups.put(provider, name, parent);
            case Document.OfSheet(var sheet) ->
                    sheets.put(Author.of(new Caller.OfProvider(provider)), sheet);
            case Document.Generic(var settings) -> {
                PValues.Builder values = PValues.builder();
                settings.forEach((p, value) -> values.put(Setting.of(p, value)));
                generic.put(provider, new WishedSettings(values.build()));
            }
            case Document.OfDevice(var device) -> devices.put(provider, device);
            case Document.Manifest _, Document.End _ ->
                    throw new IllegalArgumentException("there is nothing in it to take over");
        }
    }

    /** A group that the archive does not name has no mode there, so it keeps none here. */
    private void admit(long provider, Document.Admission wish) {
        AdmissionModes now = admissions.modes(provider);
        for (String group : now.groups().keySet()) {
            if (!wish.groups().containsKey(group)) {
                admissions.changeGroup(provider, group, Optional.empty());
            }
        }
        if (now.own() != wish.mode()) {
            admissions.change(provider, wish.mode());
        }
        List<Span> tftp = wish.tftp().stream().map(Document.RangeForm::range).toList();
        if (!now.tftp().equals(tftp)) {
            admissions.changeTftp(provider, tftp);
        }
        for (var each : wish.groups().entrySet()) {
            AdmissionMode mode = each.getValue();
            if (now.groups().get(each.getKey()) != mode) {
                admissions.changeGroup(provider, each.getKey(), Optional.of(mode));
            }
        }
    }
}
