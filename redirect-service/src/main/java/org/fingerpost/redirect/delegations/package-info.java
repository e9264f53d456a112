/**
 * Parts of a range that its owner opened to another provider, who may then register there.
 *
 * <p>Owns the table {@code delegation}; a child of somebody else's range refers to its row, and the
 * database holds it to that. The room {@code ranges} reads it when it registers, and takes it along
 * when it moves ranges.
 */
package org.fingerpost.redirect.delegations;
