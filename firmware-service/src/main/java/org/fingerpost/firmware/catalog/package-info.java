/**
 * What has been decided: for every provider and name the bytes that its phones get, as immutable
 * values.
 *
 * <p>Built from the state records of the control rooms as they come back through the replica; knows
 * no database, no Kafka and no HTTP, and not whether the bytes are on this disk. The names are
 * values of {@code names}.
 */
package org.fingerpost.firmware.catalog;
