/**
 * How the control rooms use the database: statements on the running transaction's connection, and
 * transactions that are tried once more when somebody else was quicker.
 *
 * <p>Knows no table and no room. The order in which rows are locked is told at {@code Attempts}.
 */
package org.fingerpost.redirect.attempts;
