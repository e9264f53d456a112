/**
 * Everything that a provider owns in config, sealed under a passphrase: written into one file, and
 * taken over from one, by a provider of this installation or of another.
 *
 * <p>Owns the tables {@code archive_job}, {@code archive_row} and {@code archive_rejection}. What
 * is in an archive belongs to the rooms that it came from.
 */
package org.fingerpost.config.archives;
