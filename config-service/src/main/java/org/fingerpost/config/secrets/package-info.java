/**
 * What keeps secrets: the master key, a provider's key wrapped under it, values sealed under that,
 * and the token a device proves itself with.
 *
 * <p>Knows no database, no Kafka and no HTTP. Who may have an opened value is decided in {@code
 * phone}; where keys and sealed values are kept is their keepers' business.
 */
package org.fingerpost.config.secrets;
