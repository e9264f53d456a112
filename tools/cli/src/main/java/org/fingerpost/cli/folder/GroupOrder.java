package org.fingerpost.cli.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.cli.folder.yaml.YamlException;

/** Puts groups in order: the outer before the inner. */
final class GroupOrder {
    private final Map<String, DesiredGroup> all = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final List<DesiredGroup> order = new ArrayList<>();

    private GroupOrder() {}

    /**
     * @throws YamlException if a group lies in itself, however long the way around
     */
    static List<DesiredGroup> of(List<DesiredGroup> groups) {
        var sorting = new GroupOrder();
        groups.forEach(group -> sorting.all.put(group.name(), group));
        groups.forEach(sorting::lay);
        return sorting.order;
    }

    private void lay(DesiredGroup group) {
        if (order.contains(group)) {
            return;
        }
        if (!open.add(group.name())) {
            throw new YamlException(group.spot(), group.name() + " lies in itself");
        }
        // A parent that the folder does not have may be there already.
        group.parent().map(all::get).ifPresent(this::lay);
        order.add(group);
    }
}
