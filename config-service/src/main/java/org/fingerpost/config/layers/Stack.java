package org.fingerpost.config.layers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.layers.variables.HoleText;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * The sheets that lie under a device, merged; the same for all devices of a provider's that are of
 * one model and in one group. From far to near, and the nearer wins:
 *
 * <pre>
 * the operator's   platform &lt; family &lt; model &lt;
 * the provider's   family &lt; model &lt; provider &lt; firmware &lt; group, the outer before the inner
 * </pre>
 *
 * <p>A sheet's templates come before its own settings. A P-value stays where it was said first.
 */
public final class Stack {
    /** Deeper nesting is a mistake, or a circle that the database should have refused. */
    private static final int DEEPEST = 32;

    private static final SheetName PROVIDER = SheetName.of(SheetName.Kind.PROVIDER);

    private final Map<PValue, Placed> placed = new LinkedHashMap<>();
    private final Map<String, Variable> variables = new HashMap<>();

    private Stack() {}

    /** What is said about a P-value, and by whom. */
    public record Placed(OpenSheet.Line line, Origin origin) {}

    /**
     * @throws MissingSheetException if a sheet names a template, or a device a group, that is not
     *     there
     */
    public static Stack of(Shelf shelf, long provider, DeviceModel model, Optional<String> group) {
        Stack stack = new Stack();
        for (SheetName name : platforms(model)) {
            stack.lay(shelf, SheetName.PLATFORM, name);
        }
        for (SheetName name : providers(shelf, provider, model, group)) {
            stack.lay(shelf, provider, name);
            if (name.equals(PROVIDER)) {
                shelf.firmware(provider, model).ifPresent(stack::put);
            }
        }
        return stack;
    }

    /** The operator's layers under a model, from far to near. */
    public static List<SheetName> platforms(DeviceModel model) {
        return List.of(
                SheetName.of(SheetName.Kind.PLATFORM),
                SheetName.of(SheetName.Kind.FAMILY, model.family().name()),
                SheetName.of(SheetName.Kind.MODEL, model.name()));
    }

    /** The provider's layers under a model in a group, from far to near. */
    public static List<SheetName> providers(
            Shelf shelf, long provider, DeviceModel model, Optional<String> group) {
        List<SheetName> names = new ArrayList<>();
        names.add(SheetName.of(SheetName.Kind.FAMILY, model.family().name()));
        names.add(SheetName.of(SheetName.Kind.MODEL, model.name()));
        names.add(PROVIDER);
        for (String each : groups(shelf, provider, group).reversed()) {
            names.add(SheetName.of(SheetName.Kind.GROUP, each));
        }
        return names;
    }

    /** The group and those around it, from the inner to the outer. */
    public static List<String> groups(Shelf shelf, long provider, Optional<String> group) {
        List<String> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> next = group;
        while (next.isPresent()) {
            String name = next.get();
            if (!seen.add(name) || seen.size() > DEEPEST) {
                throw new MissingSheetException("group " + name + " lies in itself");
            }
            chain.add(name);
            next =
                    shelf.group(provider, name)
                            .orElseThrow(
                                    () -> new MissingSheetException("there is no group " + name))
                            .parent();
        }
        return chain;
    }

    private void lay(Shelf shelf, long owner, SheetName name) {
        shelf.sheet(owner, name).ifPresent(sheet -> lay(shelf, owner, sheet));
    }

    private void lay(Shelf shelf, long owner, OpenSheet sheet) {
        for (String each : sheet.templates()) {
            OpenSheet template = template(shelf, owner, each);
            put(template, Origin.of(sheet, template));
        }
        put(sheet, Origin.of(sheet));
    }

    /** A provider's own template goes before the operator's of the same name. */
    private static OpenSheet template(Shelf shelf, long owner, String name) {
        SheetName template = SheetName.of(SheetName.Kind.TEMPLATE, name);
        return shelf.sheet(owner, template)
                .or(() -> shelf.sheet(SheetName.PLATFORM, template))
                .orElseThrow(() -> new MissingSheetException("there is no template " + name));
    }

    private void put(FirmwareOffer offer) {
        for (Setting setting : offer.settings()) {
            // It comes from another service, and has no holes.
            HoleText text = HoleText.parse(setting.value().replace("${", "$${"));
            placed.put(
                    setting.p(),
                    new Placed(new OpenSheet.Line(setting.p(), text), Origin.of(offer)));
        }
    }

    private void put(OpenSheet sheet, Origin origin) {
        sheet.lines().forEach(line -> placed.put(line.p(), new Placed(line, origin)));
        variables.putAll(sheet.variables());
    }

    /** In the order of the file. */
    public Collection<Placed> placed() {
        return placed.values();
    }

    /** What any phone of the model may be told: no secrets, and nothing that a device fills in. */
    public PValues common() {
        PValues.Builder common = PValues.builder(placed.size());
        for (Placed each : placed.values()) {
            boolean complete = each.line().text().holes().stream().allMatch(variables::containsKey);
            if (complete && !each.line().p().isSecret()) {
                HoleText.Filled filled = each.line().text().fill(this::variable);
                if (!filled.secret()) {
                    common.put(new Setting(each.line().p(), filled.value()));
                }
            }
        }
        return common.build();
    }

    public Optional<Placed> find(PValue p) {
        return Optional.ofNullable(placed.get(p));
    }

    public Optional<Variable> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
