/**
 * How the control rooms use transactions: they are tried once more when somebody else was quicker.
 *
 * <p>Knows no table and no room. The order in which rows are locked is told at {@code Attempts}.
 */
package org.fingerpost.redirect.attempts;
