package org.fingerpost.config.devices.fetches;

import java.util.Collection;

/** Whoever draws conclusions from what doors have given to phones. */
public interface FetchListener {
    /** In the order in which a door has told them; some are heard twice. */
    void heard(Collection<Fetch> fetches);
}
