/**
 * When each phone looks for new files, where its provider wants its phones to come at different
 * times: what was wished, which turn a phone has in it, and how its family is told.
 *
 * <p>Immutable values, and the book that reads them from the state. What a provider wishes is kept
 * by {@code staggering}.
 */
package org.fingerpost.config.turns;
