/**
 * By which rule a provider's phones are admitted to files with secrets.
 *
 * <p>Owns the tables {@code admission}, {@code group_admission}, {@code tftp_range} and the state
 * records {@code admission/{provider}}. The decision about one request is the door's: {@code
 * phone}.
 */
package org.fingerpost.config.admission;
