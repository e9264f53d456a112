/**
 * A look at a target server as a phone would meet it, asked for before a range is activated.
 *
 * <p>Owns the table {@code probe}, which keeps the last report of each target server. How the
 * single looks are taken lives in {@code looks}; which addresses may be looked at is decided in
 * {@code egress}. Contents of files are looked at and never kept.
 */
package org.fingerpost.redirect.probes;
