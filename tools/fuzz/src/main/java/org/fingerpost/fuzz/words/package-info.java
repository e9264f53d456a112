/**
 * Targets that take a word or a line: an address, a path, a header, a setting. What each claims
 * stands in its Javadoc.
 */
package org.fingerpost.fuzz.words;
