/**
 * The blobs that a door can serve at once, from this machine's disk, and how they come there.
 *
 * <p>A door asks only its {@link org.fingerpost.firmware.shelf.Shelf}, which never waits: what is
 * not there yet is fetched behind its back. What phones are to get, the catalog says; which bytes
 * somebody holds, this room does not know.
 */
package org.fingerpost.firmware.shelf;
