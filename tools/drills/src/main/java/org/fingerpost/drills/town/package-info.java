/**
 * The processes that are drilled: PostgreSQL, Kafka and a service by the launcher, and two doors
 * beside them; how they are killed, frozen and started again.
 *
 * <p>Knows processes and ports, nothing of phones or writes.
 */
package org.fingerpost.drills.town;
