package org.fingerpost.config.sheets.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.shapes.Shapes;
import org.fingerpost.config.shapes.Shapes.Alike;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.catalogue.Finding;
import org.fingerpost.formats.catalogue.NumberedSetting;
import org.fingerpost.formats.catalogue.Severity;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.Setting;

/** Finds out what publishing a sheet, or moving a group, would mean for each phone. */
@ApplicationScoped
public class Reviews {
    private final Shapes shapes;

    Reviews(Shapes shapes) {
        this.shapes = shapes;
    }

    /**
     * @param sheet as it would be; empty if it would be withdrawn
     */
    public Review of(Shelf now, long owner, SheetName name, Optional<OpenSheet> sheet) {
        return of(now, devices(owner), owner, name, sheet);
    }

    /** The same, if these were the devices. */
    public Review of(
            Shelf now, List<Alike> devices, long owner, SheetName name, Optional<OpenSheet> sheet) {
        Reviewer reviewer = new Reviewer(now, new WithDraft(now, owner, name, sheet));
        devices.forEach(reviewer::look);
        List<Finding> findings = sheet.map(each -> findings(name, each)).orElse(List.of());
        return new Review(
                reviewer.phones(),
                reviewer.changes(),
                reviewer.missing(),
                remarks(findings, Severity.ERROR),
                remarks(findings, Severity.WARNING),
                cutOffs(reviewer, sheet));
    }

    /** What phones would be told on another shelf. */
    public Review between(Shelf now, Shelf then, List<Alike> devices) {
        Reviewer reviewer = new Reviewer(now, then);
        devices.forEach(reviewer::look);
        return new Review(
                reviewer.phones(),
                reviewer.changes(),
                reviewer.missing(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Values that these devices would lack; they need not be there yet. */
    public List<Review.Missing> missing(Shelf then, List<Alike> devices) {
        Reviewer reviewer = new Reviewer(then, then);
        devices.forEach(reviewer::lookAhead);
        return reviewer.missing();
    }

    public List<Alike> devices(long owner) {
        return owner == SheetName.PLATFORM ? shapes.all() : shapes.of(owner);
    }

    /** Of what is complete: what has holes that phones fill is checked when they are filled. */
    private static List<Finding> findings(SheetName name, OpenSheet sheet) {
        List<NumberedSetting> literal = new ArrayList<>();
        for (OpenSheet.Line line : sheet.lines()) {
            line.text()
                    .literal()
                    .ifPresent(text ->
                            literal.add(
                                    new NumberedSetting(
                                            literal.size() + 1, new Setting(line.p(), text))));
        }
        return Catalogue.standard().check(literal, family(name));
    }

    private static Optional<Family> family(SheetName name) {
        return switch (name.kind()) {
            case FAMILY ->
                    DeviceModels.families().stream()
                            .filter(each -> each.name().equals(name.name()))
                            .findFirst();
            case MODEL -> DeviceModels.find(name.name()).map(DeviceModel::family);
            case PLATFORM, PROVIDER, GROUP, TEMPLATE -> Optional.empty();
        };
    }

    private static List<Review.Remark> remarks(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(finding ->
                        new Review.Remark(
                                finding.p(),
                                finding.sentence()
                                        + finding.suggestion()
                                                .map(text -> "; write " + text)
                                                .orElse("")))
                .toList();
    }

    /** Also of a sheet that concerns nobody yet: it will. */
    private static List<Review.Remark> cutOffs(Reviewer reviewer, Optional<OpenSheet> sheet) {
        return Stream.concat(
                        reviewer.changes().stream().map(Review.Change::p),
                        reviewer.changes().isEmpty()
                                ? sheet.stream()
                                        .flatMap(each -> each.lines().stream())
                                        .map(OpenSheet.Line::p)
                                : Stream.empty())
                .distinct()
                .flatMap(p -> CutOff.why(p).map(why -> new Review.Remark(p, why)).stream())
                .toList();
    }
}
