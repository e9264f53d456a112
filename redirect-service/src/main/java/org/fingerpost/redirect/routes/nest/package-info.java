/**
 * Claims as they nest: an immutable sorted tree that finds the innermost one around an address by
 * halving, and gives a changed tree for the price of the leaves that change.
 *
 * <p>Whom a claim sends where is not known here: servers are numbers.
 */
package org.fingerpost.redirect.routes.nest;
