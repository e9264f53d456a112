package org.fingerpost.config.sheets.rehearsals;

import java.util.List;
import java.util.Optional;
import org.fingerpost.config.groups.Group;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.sheets.drafts.WishedSheet;

/**
 * What somebody wishes to do, in its order: groups are made or moved, some devices are changed,
 * sheets are published one by one, other devices are made or changed.
 */
record WishedSteps(
        List<Group> groups,
        List<WishedShape> before,
        List<WishedPublication> sheets,
        List<WishedShape> after) {

    /**
     * @param sheet empty if it is withdrawn
     */
    record WishedPublication(SheetName name, Optional<WishedSheet> sheet) {}
}
