/**
 * How long it takes to find the waves of a million phones, and what one phone is given while
 * releases are rolled out.
 *
 * <p>Measures the middle rooms of the firmware service, without its database and its HTTP.
 */
package org.fingerpost.bench.rollouts;
