/**
 * Why a phone is told what it is told, now or at an earlier time: which ranges, whose registration
 * and approval, which target server, what bytes.
 *
 * <p>Owns nothing and decides nothing. It reads what {@code ranges}, {@code targets}, {@code
 * routes}, {@code arrivals} and {@code audit} keep, and shows a provider only its own.
 */
package org.fingerpost.redirect.why;
