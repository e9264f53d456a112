/**
 * Statements as text, on the connection of the transaction that is running: for what an entity
 * cannot say, such as a thousand rows at once.
 *
 * <p>Knows no table and begins no transaction.
 */
package org.fingerpost.statements;
