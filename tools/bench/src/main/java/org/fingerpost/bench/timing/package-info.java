/**
 * Whether a door's answers tell by their time what they do not tell by their bytes: groups of MAC
 * addresses are asked for in turns, and the distributions of the times are compared.
 *
 * <p>Asks a running door over HTTP and knows nothing of it.
 */
package org.fingerpost.bench.timing;
