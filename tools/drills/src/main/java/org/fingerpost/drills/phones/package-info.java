/**
 * The load of phones: a bounded rate of requests over kept and fresh connections to two doors, and
 * which of them were answered.
 *
 * <p>A phone that gets no answer at one door asks the other, as phones do whose server's name has
 * two addresses.
 */
package org.fingerpost.drills.phones;
