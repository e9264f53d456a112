/**
 * What a phone should be told, as far as it has been decided: what has arrived in {@code books} and
 * what {@code proofs} a phone has, put together to the settings of one device or one provider.
 *
 * <p>Opens secrets, and therefore hands them to nobody but {@code phone}, which decides who may
 * have them. No database, no Kafka, no HTTP.
 */
package org.fingerpost.config.assembly;
