/**
 * Who decided what, and when: each decision of a service's control plane with what was there before
 * and after, written in its own transaction, and read back at {@code /api/v1/audit}.
 *
 * <p>To the table {@code audit_entry} is only ever added; each service makes it in a migration of
 * its own. Knows no room of a service: what was decided comes as words and values, and a secret
 * must not be among them.
 */
package org.fingerpost.audit;
