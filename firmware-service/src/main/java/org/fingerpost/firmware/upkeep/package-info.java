/**
 * Keeps the store in order: drops blobs that nobody holds, looks for those that are missing or
 * spoilt, and forgets uploads that nobody went on with.
 *
 * <p>Owns no table: who holds a blob, its rooms say. What it finds is about this machine's disk.
 */
package org.fingerpost.firmware.upkeep;
