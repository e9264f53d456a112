/**
 * What this service hears of all doors' sightings: read once, and handed to the rooms that keep
 * something of it, a batch in one transaction.
 *
 * <p>Owns no rows and decides nothing.
 */
package org.fingerpost.firmware.hearing;
