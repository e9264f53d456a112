/**
 * Keeps the store in order: drops blobs that nobody holds, looks for those that are missing or
 * spoilt, and forgets uploads that nobody went on with.
 *
 * <p>Owns no table: who holds a blob, its rooms say.
 */
package org.fingerpost.firmware.upkeep;
