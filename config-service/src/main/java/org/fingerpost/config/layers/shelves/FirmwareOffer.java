package org.fingerpost.config.layers.shelves;

import org.fingerpost.formats.pvalue.PValues;

/**
 * The firmware that a provider's phones of a model are told to get.
 *
 * @param release the firmware service's number of it
 * @param settings where it lies, under which affixes, and when to look; no secrets
 */
public record FirmwareOffer(long release, String version, PValues settings) {}
