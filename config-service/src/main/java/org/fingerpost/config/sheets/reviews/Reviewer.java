package org.fingerpost.config.sheets.reviews;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.config.layers.MissingSheetException;
import org.fingerpost.config.layers.Stack;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.layers.variables.HoleText;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.shapes.Shapes.Alike;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.problems.Problem;

/** Compares what phones are told with what they would be told, one shape of phones at a time. */
final class Reviewer {
    private final Shelf before;
    private final Shelf after;
    private final Map<Told, Long> changes = new LinkedHashMap<>();
    private final Map<Gap, Review.Missing> missing = new LinkedHashMap<>();
    private long phones;

    Reviewer(Shelf before, Shelf after) {
        this.before = before;
        this.after = after;
    }

    /** One value in place of another; the texts may be secrets. */
    private record Told(
            PValue p, Optional<HoleText.Filled> before, Optional<HoleText.Filled> after) {}

    /** However many kinds of phones lack it: once. */
    private record Gap(PValue p, String hole, String layer) {}

    void look(Alike alike) {
        DeviceModel model = DeviceModels.find(alike.shape().model()).orElseThrow();
        Stack now = Stack.of(before, alike.provider(), model, alike.shape().group());
        Stack then = then(alike, model);
        if (differ(now, then, alike)) {
            phones += alike.devices();
        }
        then.placed().forEach(placed -> checkHoles(placed, then, alike));
    }

    /** Only whether they would lack a value: they are not there yet. */
    void lookAhead(Alike alike) {
        DeviceModel model = DeviceModels.find(alike.shape().model()).orElseThrow();
        Stack then = then(alike, model);
        then.placed().forEach(placed -> checkHoles(placed, then, alike));
    }

    private Stack then(Alike alike, DeviceModel model) {
        try {
            return Stack.of(after, alike.provider(), model, alike.shape().group());
        } catch (MissingSheetException e) {
            throw Problem.conflict(
                    "sheet-missing", e.getMessage() + ", which " + alike.example() + " needs");
        }
    }

    private boolean differ(Stack now, Stack then, Alike alike) {
        Set<PValue> both = new LinkedHashSet<>();
        then.placed().forEach(placed -> both.add(placed.line().p()));
        now.placed().forEach(placed -> both.add(placed.line().p()));
        boolean differ = false;
        for (PValue p : both) {
            if (alike.shape().ownSettings().contains(p.toString())) {
                continue;
            }
            Optional<HoleText.Filled> was = said(now, p, alike);
            Optional<HoleText.Filled> willBe = said(then, p, alike);
            if (!was.equals(willBe)) {
                changes.merge(new Told(p, was, willBe), alike.devices(), Long::sum);
                differ = true;
            }
        }
        return differ;
    }

    /** What the layers say, with the holes that they fill themselves. */
    private static Optional<HoleText.Filled> said(Stack stack, PValue p, Alike alike) {
        return stack.find(p)
                .map(placed -> {
                    HoleText.Filled filled =
                            placed.line().text().fillSome(name -> common(stack, name, alike));
                    return new HoleText.Filled(filled.value(), filled.secret() || p.isSecret());
                });
    }

    private static Optional<Variable> common(Stack stack, String name, Alike alike) {
        return alike.shape().ownVariables().contains(name)
                ? Optional.empty()
                : stack.variable(name);
    }

    private void checkHoles(Stack.Placed placed, Stack stack, Alike alike) {
        OpenSheet.Line line = placed.line();
        if (alike.shape().ownSettings().contains(line.p().toString())) {
            return;
        }
        for (String hole : line.text().holes()) {
            boolean filled =
                    alike.shape().ownVariables().contains(hole)
                            || stack.variable(hole).isPresent()
                            || Set.of("mac", "model", "family").contains(hole);
            if (!filled) {
                String layer = placed.origin().layer();
                missing.merge(
                        new Gap(line.p(), hole, layer),
                        new Review.Missing(
                                line.p(), hole, layer, alike.example().toString(), alike.devices()),
                        Review.Missing::and);
            }
        }
    }

    long phones() {
        return phones;
    }

    List<Review.Missing> missing() {
        return List.copyOf(missing.values());
    }

    /** Masked. */
    List<Review.Change> changes() {
        List<Review.Change> shown = new ArrayList<>();
        changes.forEach((told, count) ->
                shown.add(
                        new Review.Change(
                                told.p(),
                                told.before().map(Reviewer::masked),
                                told.after().map(Reviewer::masked),
                                count)));
        return shown;
    }

    private static String masked(HoleText.Filled said) {
        return said.secret() ? StoredSettings.MASK : said.value();
    }
}
