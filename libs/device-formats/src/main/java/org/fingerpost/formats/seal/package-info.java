/**
 * Sealing: an XML file encrypted under a password that the phone knows as P1359, as OpenSSL's
 * {@code enc} does it. Which phone has which password, and whether its file is sealed, is decided
 * elsewhere.
 */
package org.fingerpost.formats.seal;
