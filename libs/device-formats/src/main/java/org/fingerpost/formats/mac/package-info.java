/**
 * The 48 bits by which a phone is known: parsed once at a door, printed one way.
 *
 * <p>Ranges of addresses, and who owns them, do not live here.
 */
package org.fingerpost.formats.mac;
