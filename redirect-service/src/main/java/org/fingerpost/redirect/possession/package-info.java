/**
 * Does whoever claims phones hold them? Asked before a provider registers a range.
 *
 * <p>Owns the table {@code carton}. How it is checked can be exchanged: a bean that implements
 * {@code PossessionVerifier} takes the place of ours. Codes are kept as digests and are in no log,
 * no answer and no audit entry.
 */
package org.fingerpost.redirect.possession;
