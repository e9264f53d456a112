/**
 * Ranges that one provider offers to another, who accepts or declines: nothing changes hands
 * before.
 *
 * <p>Owns the table {@code transfer}. An offer is void by the clock once it has expired; nobody has
 * to come and end it. How ranges change hands is {@code ranges}.
 */
package org.fingerpost.redirect.transfers;
