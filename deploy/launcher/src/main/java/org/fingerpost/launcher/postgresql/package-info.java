/**
 * PostgreSQL: our own, unpacked, initialised and started on loopback, or somebody else's; and the
 * services' roles and databases in it.
 *
 * <p>Not here: tables, which the services make themselves.
 */
package org.fingerpost.launcher.postgresql;
