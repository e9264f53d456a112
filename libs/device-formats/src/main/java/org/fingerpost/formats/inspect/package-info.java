/**
 * What a file is, and what is wrong with it at which byte: for people who have a file that a phone
 * does not take.
 *
 * <p>Names faults and never mends them; never quotes a value, since it may be a secret. Readers for
 * those who want the settings live with their formats.
 */
package org.fingerpost.formats.inspect;
