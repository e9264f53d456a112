/**
 * What devices prove themselves with, and their secrets in clear, for people: each showing is
 * written down.
 *
 * <p>Whether a proof admits a phone is the door's to judge.
 */
package org.fingerpost.config.devices.proofs;
