/**
 * What a phone should be told, as far as it has been decided: the state of this service and of
 * redirect as it has arrived here, put together to the settings of one device or one provider.
 *
 * <p>Opens secrets, and therefore hands them to nobody but {@code phone}, which decides who may
 * have them. No database, no Kafka, no HTTP.
 */
package org.fingerpost.config.assembly;
