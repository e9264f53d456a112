/**
 * How Kafka is reached: its addresses, and what its clients must know to be let in.
 *
 * <p>What is sent there and read is each client's own.
 */
package org.fingerpost.brokers;
