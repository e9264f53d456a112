/**
 * What targets say about an input and what it may cost. A claim that does not hold is an {@link
 * AssertionError}, which a fuzzer and a test both take for a finding.
 *
 * <p>Knows no format.
 */
package org.fingerpost.fuzz.claim;
