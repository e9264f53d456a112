/**
 * Dialects of other redirection services, so that programs written for those move by changing a
 * host name. Here is what the dialects have in common: lists of phones, and what is taken at once.
 *
 * <p>A dialect reads and writes; what may be done is decided by the keepers of {@code ranges} and
 * {@code targets}. {@code credentials} says who is speaking. See {@code docs/dialects.md}.
 */
package org.fingerpost.redirect.dialects;
