package org.fingerpost.config.sheets.rehearsals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.Difference;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.Sheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.layers.variables.HoleText;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.shapes.Shapes;
import org.fingerpost.config.shapes.Shapes.Alike;
import org.fingerpost.config.sheets.PublishedSheets;
import org.fingerpost.config.sheets.Sheets;
import org.fingerpost.config.sheets.drafts.WishedSheet;
import org.fingerpost.config.sheets.rehearsals.WishedSteps.WishedPublication;
import org.fingerpost.config.sheets.reviews.Review;
import org.fingerpost.config.sheets.reviews.Reviews;
import org.fingerpost.config.sheets.reviews.WithDraft;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.problems.Problem;

/** Plays wished steps through on paper: nothing is kept, and nothing is locked. */
@ApplicationScoped
class Rehearsals {
    private final Sheets sheets;
    private final PublishedSheets published;
    private final Reviews reviews;
    private final Shapes shapes;
    private final ProviderKeys keys;

    Rehearsals(
            Sheets sheets,
            PublishedSheets published,
            Reviews reviews,
            Shapes shapes,
            ProviderKeys keys) {
        this.sheets = sheets;
        this.published = published;
        this.reviews = reviews;
        this.shapes = shapes;
        this.keys = keys;
    }

    /** A look lays some sheets upon each other: an answer takes seconds at most. */
    private static final long MOST_LOOKS = 50_000;

    @Transactional
    Rehearsal of(long owner, WishedSteps wish) {
        Shelf live = published.current();
        Shelf shelf = WithGroups.of(live, owner, wish.groups());
        Review groups =
                wish.groups().isEmpty()
                        ? Review.nothing()
                        : reviews.between(live, shelf, reviews.devices(owner));
        List<Alike> devices = devices(owner, wish, shelf);
        if ((long) devices.size() * wish.sheets().size() > MOST_LOOKS) {
            throw Problem.invalid(
                    "too-much-to-review",
                    wish.sheets().size()
                            + " sheets for "
                            + devices.size()
                            + " kinds of devices are too many at once: review fewer sheets");
        }
        List<Rehearsal.Step> steps = new ArrayList<>();
        for (WishedPublication each : wish.sheets()) {
            Shelf before = shelf;
            Optional<OpenSheet> sheet = each.sheet().map(said -> open(owner, before, each, said));
            List<Difference> differences = differences(live.sheet(owner, each.name()), sheet);
            shelf = new WithDraft(before, owner, each.name(), sheet);
            Review review =
                    differences.isEmpty()
                            ? Review.nothing()
                            : reviews.of(before, devices, owner, each.name(), sheet);
            steps.add(new Rehearsal.Step(each.name(), differences, review));
        }
        return new Rehearsal(groups, steps, missing(owner, wish, shelf));
    }

    /** As they are when sheets are published: those that are changed before have new shapes. */
    private List<Alike> devices(long owner, WishedSteps wish, Shelf shelf) {
        if (wish.before().isEmpty()) {
            return reviews.devices(owner);
        }
        refuseStrangeGroups(owner, wish.before(), shelf);
        Set<MacAddress> changed =
                wish.before().stream().map(WishedShape::mac).collect(Collectors.toSet());
        List<Alike> all = new ArrayList<>(shapes.without(owner, changed));
        all.addAll(WishedShape.alike(owner, wish.before()));
        return all;
    }

    private List<Review.Missing> missing(long owner, WishedSteps wish, Shelf shelf) {
        refuseStrangeGroups(owner, wish.after(), shelf);
        return reviews.missing(shelf, WishedShape.alike(owner, wish.after()));
    }

    private static void refuseStrangeGroups(long owner, List<WishedShape> devices, Shelf shelf) {
        for (WishedShape device : devices) {
            device.shape()
                    .group()
                    .filter(group -> shelf.group(owner, group).isEmpty())
                    .ifPresent(group -> {
                        throw noGroup(group);
                    });
        }
    }

    private static Problem noGroup(String group) {
        return Problem.invalid("no-such-group", "there is no group " + group);
    }

    /** As {@link Sheets#draft} would keep it, without sealing anything. */
    private OpenSheet open(long owner, Shelf shelf, WishedPublication step, WishedSheet wish) {
        SheetName name = step.name();
        wish.check(name);
        if (name.kind() == SheetName.Kind.GROUP && shelf.group(owner, name.name()).isEmpty()) {
            throw noGroup(name.name());
        }
        Optional<Sheets.Kept> kept = sheets.find(owner, name);
        Sheet before =
                kept.flatMap(Sheets.Kept::newest).map(Published::sheet).orElseGet(Sheet::empty);
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(owner, keyId);
        Place.Owner place = Place.Owner.sheet(owner, name.toString());
        List<OpenSheet.Line> lines = new ArrayList<>();
        for (Setting setting : wish.settings().over(before.settings(), all, place)) {
            lines.add(new OpenSheet.Line(setting.p(), HoleText.parse(setting.value())));
        }
        Map<String, Variable> variables = new LinkedHashMap<>();
        wish.variables()
                .over(before.variables(), all, place)
                .forEach((hole, value) ->
                        variables.put(hole, new Variable(value, Variable.isSecret(hole))));
        long next = kept.map(Sheets.Kept::revision).orElse(0L) + 1;
        return new OpenSheet(name, next, "draft", wish.templates(), lines, variables);
    }

    private static List<Difference> differences(
            Optional<OpenSheet> before, Optional<OpenSheet> after) {
        return Difference.between(
                before.map(Rehearsals::said).orElse(Map.of()),
                after.map(Rehearsals::said).orElse(Map.of()));
    }

    private static Map<String, Variable> said(OpenSheet sheet) {
        Map<String, Variable> said = new LinkedHashMap<>();
        // An empty one is not none: layers may begin with it.
        said.put("published", new Variable("yes", false));
        if (!sheet.templates().isEmpty()) {
            said.put("templates", new Variable(String.join(", ", sheet.templates()), false));
        }
        sheet.lines()
                .forEach(line ->
                        said.put(
                                line.p().toString(),
                                new Variable(line.text().text(), line.p().isSecret())));
        sheet.variables().forEach((name, value) -> said.put("variables." + name, value));
        return said;
    }
}
