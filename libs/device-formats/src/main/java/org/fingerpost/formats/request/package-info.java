/**
 * What a phone's request says: which file it wants, and who it claims to be.
 *
 * <p>Parsers for doors: they never throw, whatever was sent. Whether the phone may have the file is
 * decided elsewhere.
 */
package org.fingerpost.formats.request;
