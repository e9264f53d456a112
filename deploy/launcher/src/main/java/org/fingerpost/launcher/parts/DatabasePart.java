package org.fingerpost.launcher.parts;

import org.fingerpost.launcher.settings.PartName;

/** A PostgreSQL, ours or somebody else's: it has a database for each service. */
public interface DatabasePart extends Part {
    /** What a service signs in with. */
    Account account(PartName service);
}
