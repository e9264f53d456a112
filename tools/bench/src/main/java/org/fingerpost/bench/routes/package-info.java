/**
 * What a million nested ranges cost a redirect door: memory, a lookup, a cold start, a full reload
 * from Kafka, a change on its way to a phone's answer.
 *
 * <p>Broker and doors run in JVMs of their own, as they do in earnest; what they measure comes back
 * as lines. No database takes part, and no HTTP: that is in {@code bench.door}.
 */
package org.fingerpost.bench.routes;
