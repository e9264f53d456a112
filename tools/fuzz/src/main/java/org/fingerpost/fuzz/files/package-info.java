/**
 * Targets that take a whole file: any bytes, as a stranger or a broken disk would hand them in.
 * What each claims stands in its Javadoc.
 */
package org.fingerpost.fuzz.files;
