/**
 * How a blob comes to be held and how one is dropped, so that no row ever names one that is gone.
 *
 * <p>Owns no table, only a lock in the database. Who holds what, say the rooms that do; when a walk
 * goes, says {@code upkeep}.
 */
package org.fingerpost.firmware.holdings;
