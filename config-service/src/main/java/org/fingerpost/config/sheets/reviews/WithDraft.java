package org.fingerpost.config.sheets.reviews;

import java.util.Optional;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.formats.model.DeviceModel;

/**
 * What would be if one sheet were another.
 *
 * @param sheet empty if it would not be there
 */
public record WithDraft(Shelf now, long owner, SheetName name, Optional<OpenSheet> sheet)
        implements Shelf {
    @Override
    public Optional<OpenSheet> sheet(long asked, SheetName which) {
        return asked == owner && which.equals(name) ? sheet : now.sheet(asked, which);
    }

    @Override
    public Optional<FirmwareOffer> firmware(long provider, DeviceModel model) {
        return now.firmware(provider, model);
    }

    @Override
    public Optional<GroupPlace> group(long provider, String which) {
        return now.group(provider, which);
    }
}
