/**
 * Text templates and device dumps line by line: the encoding, the lines, what is a comment and what
 * a setting. The words of a line that is neither are kept as a comment.
 *
 * <p>The template as a value lives in {@code template}; what is wrong with a file is said by {@code
 * inspect}.
 */
package org.fingerpost.formats.text;
