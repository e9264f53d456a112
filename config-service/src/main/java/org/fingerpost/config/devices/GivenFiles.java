package org.fingerpost.config.devices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.fingerpost.config.devices.fetches.Fetch;
import org.fingerpost.config.devices.fetches.FetchListener;
import org.fingerpost.config.devices.wishes.Wishes;
import org.fingerpost.formats.mac.MacAddress;

/** Draws the conclusions from what doors have given to phones. */
@ApplicationScoped
class GivenFiles implements FetchListener {
    private final DeviceRows rows;
    private final Wishes wishes;
    private final ConfigKeys configKeys;
    private final DeviceNews news;
    private final Clock clock;

    GivenFiles(
            DeviceRows rows, Wishes wishes, ConfigKeys configKeys, DeviceNews news, Clock clock) {
        this.rows = rows;
        this.wishes = wishes;
        this.configKeys = configKeys;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Doors have given these files: closes the windows they were given in, at every other door, and
     * follows which XML passwords the phones have. Heard twice is heard once; a fetch from before
     * the window was opened closes nothing.
     */
    @Override
    @Transactional
    public void heard(Collection<Fetch> fetches) {
        List<Long> macs = fetches.stream().map(fetch -> fetch.mac().bits()).distinct().toList();
        for (DeviceRow row : rows.lockFollowed(macs, clock.instant())) {
            boolean changed = false;
            for (Fetch fetch : fetches) {
                if (of(row, fetch)) {
                    changed |= hear(row, fetch);
                }
            }
            if (changed) {
                news.change(row);
            } else if (row.armedUntil.isAfter(clock.instant()) && used(row, fetches)) {
                close(row);
                news.tell(row);
            }
        }
    }

    private boolean hear(DeviceRow row, Fetch fetch) {
        if (fetch.what() == Fetch.What.GENERIC) {
            return configKeys.missed(row, fetch.at());
        }
        boolean changed = configKeys.fetched(row, fetch);
        if (changed && uses(row, fetch)) {
            close(row);
        }
        return changed;
    }

    private boolean used(DeviceRow row, Collection<Fetch> fetches) {
        return fetches.stream().anyMatch(fetch -> uses(row, fetch))
                && wishes.holdSecret(row.providerId, new MacAddress(row.mac), row.said());
    }

    private static boolean of(DeviceRow row, Fetch fetch) {
        return row.providerId == fetch.provider() && row.mac == fetch.mac().bits();
    }

    /** Was it given in this device's present window? */
    private static boolean uses(DeviceRow row, Fetch fetch) {
        return of(row, fetch)
                && fetch.what() != Fetch.What.GENERIC
                && !fetch.at().isBefore(row.armedAt);
    }

    private void close(DeviceRow row) {
        Instant now = news.now();
        row.armedUntil = now.isAfter(row.armedAt) ? now : row.armedAt;
    }
}
