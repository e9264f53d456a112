/**
 * The newer of the two config files: XML whose elements are P-values.
 *
 * <p>The form with named items instead of P-values, and encryption, do not live here.
 */
package org.fingerpost.formats.xml;
