/**
 * With what the addresses of phones begin: the configured OUIs, and those that the operator added.
 *
 * <p>Owns the table {@code oui}. Providers register only addresses that begin so; the operator, who
 * has looked, registers any.
 */
package org.fingerpost.redirect.ouis;
