package org.fingerpost.cli.plan.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fingerpost.cli.folder.Folder;

/**
 * What is there and not in the folder, of the kinds that the folder speaks of.
 *
 * @param sheets templates last, since layers begin with them
 * @param groups the inner before the outer
 */
record Leftovers(List<String> sheets, List<String> devices, List<String> groups) {

    /**
     * @param all also devices, which may be many
     */
    static Leftovers of(Live live, Folder folder, boolean all) {
        return new Leftovers(
                sheets(live, folder),
                all && folder.kinds().contains("device")
                        ? live.devices().stream().filter(mac -> !folder.hasDevice(mac)).toList()
                        : List.of(),
                folder.kinds().contains("group") ? groups(live, folder) : List.of());
    }

    private static List<String> sheets(Live live, Folder folder) {
        return live.sheets().keySet().stream()
                .filter(name -> live.said(name).isPresent())
                .filter(name -> folder.kinds().contains(name.split("/")[0]))
                .filter(name -> folder.sheet(name).isEmpty())
                .sorted(
                        Comparator.comparing((String name) -> name.startsWith("template/"))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static List<String> groups(Live live, Folder folder) {
        List<String> left =
                new ArrayList<>(
                        live.groups().keySet().stream()
                                .filter(name -> !folder.hasGroup(name))
                                .toList());
        left.sort(Comparator.comparing((String name) -> depth(live, name)).reversed());
        return left;
    }

    private static int depth(Live live, String name) {
        int depth = 0;
        Optional<String> next = live.groups().getOrDefault(name, Optional.empty());
        while (next.isPresent() && depth < live.groups().size()) {
            depth++;
            next = live.groups().getOrDefault(next.get(), Optional.empty());
        }
        return depth;
    }

    /** What stays, said shortly; devices do not count. */
    List<String> sentences() {
        List<String> all = new ArrayList<>(sheets);
        groups.forEach(name -> all.add("the group " + name));
        return all;
    }
}
