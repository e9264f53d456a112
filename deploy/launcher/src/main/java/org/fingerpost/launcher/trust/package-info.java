/**
 * The secrets and certificates that a deployment makes for itself at its first start: the
 * operator's key, the master key, the redirect key, an own certificate authority and the
 * certificate of the doors.
 *
 * <p>Everything secret is written with mode 600 and never printed.
 */
package org.fingerpost.launcher.trust;
