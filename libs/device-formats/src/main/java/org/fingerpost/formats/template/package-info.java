/**
 * Settings with what people wrote beside them: text templates and device dumps, read and written,
 * and every other kind of file that holds settings, imported as the same value.
 *
 * <p>Lines and encodings are read in {@code text}, what a value means is known to {@code
 * catalogue}. Config templates, which have holes, do not live here.
 */
package org.fingerpost.formats.template;
