/**
 * The secrets that webhooks are signed with: made, kept sealed, used.
 *
 * <p>A receiver's secret must be known in clear to sign with it, so it is sealed under the key of
 * this installation's redirect service, and opened for a delivery only.
 */
package org.fingerpost.redirect.notices.signing;
