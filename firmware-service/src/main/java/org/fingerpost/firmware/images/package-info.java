/**
 * Looks at the outer headers of firmware images, to catch the wrong file before a phone gets it.
 *
 * <p>Recognises only: decrypts nothing, unpacks nothing, changes nothing.
 */
package org.fingerpost.firmware.images;
