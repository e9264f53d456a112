/**
 * What a provider wants its phones told beside the two addresses: prefixes, when to look for new
 * files, DHCP, further settings; and how families of phones number the same thing.
 *
 * <p>Immutable values; no JPA, no Kafka, no HTTP. How they become P-values is in {@code routes}.
 */
package org.fingerpost.redirect.instructions;
