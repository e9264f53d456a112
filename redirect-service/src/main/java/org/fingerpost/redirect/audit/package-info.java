/**
 * Who decided what, and when: each decision of the control plane with what was there before and
 * after, written in its own transaction.
 *
 * <p>Owns the table {@code audit_entry}, to which is only ever added. Knows no other room: what was
 * decided comes as words and values, and a secret must not be among them.
 */
package org.fingerpost.redirect.audit;
