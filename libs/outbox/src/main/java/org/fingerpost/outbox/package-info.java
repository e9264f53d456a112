/**
 * An event kept in the caller's transaction until Kafka has it; knows no event by name.
 *
 * <p>{@link org.fingerpost.outbox.Outbox} writes rows beside the caller's own; {@link
 * org.fingerpost.outbox.Relay} publishes them in commit order to the service's state topic, at
 * least once. The table comes with this library's migration. What the events say and who reads them
 * lives elsewhere.
 */
package org.fingerpost.outbox;
