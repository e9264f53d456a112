package org.fingerpost.config.sheets;

import org.fingerpost.config.layers.shelves.Published;

/** Whoever tells the doors of revisions that are not the newest. */
public interface RevisionHolder {
    /** Its secrets are sealed under another key from now on; asked in the transaction. */
    void resealed(Published revision);
}
