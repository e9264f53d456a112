/**
 * The newer of the two config files: XML in version 1, whose elements are P-values, and version 2,
 * whose items have aliases. Written here, and read here through {@code markup}.
 *
 * <p>Sealing, and which phone reads which version, do not live here.
 */
package org.fingerpost.formats.xml;
