package org.fingerpost.config.archives.jobs;

import org.fingerpost.config.secrets.seals.Sealed;

/**
 * A document that waits.
 *
 * @param kind so that one transaction takes over things of one kind
 */
public record ArchiveRow(long line, String kind, Sealed document) {}
