/**
 * What providers choose among releases: which one their phones of a family are told to get, and for
 * which families they take the operator's.
 *
 * <p>Owns the tables {@code offer} and {@code subscription} and their state records, which config
 * and {@code catalog} read. Which phones upgrade when is no business of this room.
 */
package org.fingerpost.firmware.offers;
