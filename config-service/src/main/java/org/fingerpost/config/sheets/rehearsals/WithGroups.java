package org.fingerpost.config.sheets.rehearsals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fingerpost.config.groups.Group;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.formats.model.DeviceModel;

/** What would be if one provider's groups lay elsewhere. */
record WithGroups(Shelf now, long owner, Map<String, Group> groups) implements Shelf {

    /** Of two places of one group the later. */
    static WithGroups of(Shelf now, long owner, List<Group> groups) {
        return new WithGroups(
                now,
                owner,
                groups.stream()
                        .collect(
                                Collectors.toMap(
                                        Group::name,
                                        Function.identity(),
                                        (earlier, later) -> later)));
    }

    @Override
    public Optional<OpenSheet> sheet(long asked, SheetName which) {
        return now.sheet(asked, which);
    }

    @Override
    public Optional<GroupPlace> group(long provider, String which) {
        return provider == owner && groups.containsKey(which)
                ? Optional.of(new GroupPlace(which, groups.get(which).parent()))
                : now.group(provider, which);
    }

    @Override
    public Optional<FirmwareOffer> firmware(long provider, DeviceModel model) {
        return now.firmware(provider, model);
    }
}
