/**
 * How fast the registry of ranges takes them: one registration at a time by many clients, a list of
 * a million, and the approval of what the list made.
 *
 * <p>Everything is started by {@code deploy/up} as an operator would: PostgreSQL with its disk,
 * Kafka, the redirect service, each a process of its own. Only HTTP is spoken with it.
 */
package org.fingerpost.bench.registry;
