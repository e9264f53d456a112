package org.fingerpost.config.groups;

/** Whoever makes something of the groups' places, and must be asked before one moves. */
public interface GroupGuard {
    /**
     * Asked in the transaction, after the group has moved.
     *
     * @throws org.fingerpost.problems.Problem if it may not
     */
    void moved(long provider, String group);
}
