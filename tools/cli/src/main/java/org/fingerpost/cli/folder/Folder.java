package org.fingerpost.cli.folder;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody keeps in a folder.
 *
 * @param groups the outer before the inner
 * @param sheets templates first, since layers begin with them, and groups' in the order of groups
 * @param kinds those of which the folder speaks, even if it has none of them: {@code group}, {@code
 *     device}, {@code template} …
 * @param remarks what a person should know, a sentence each
 */
public record Folder(
        List<DesiredGroup> groups,
        List<DesiredSheet> sheets,
        List<DesiredDevice> devices,
        Set<String> kinds,
        List<String> remarks) {

    public Optional<DesiredSheet> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    public boolean hasGroup(String name) {
        return groups.stream().anyMatch(group -> group.name().equals(name));
    }

    public boolean hasDevice(String mac) {
        return devices.stream().anyMatch(device -> device.mac().equals(mac));
    }

    /** Without what stands in it, of which some is secret. */
    @Override
    public String toString() {
        return "Folder[" + kinds + "]";
    }
}
