/**
 * A compacted topic as a local table: {@link org.fingerpost.replica.Replica} follows one topic,
 * keeps values and offset together on disk and answers alone. It knows no value by name; decoding
 * is its users' work. What lies on the disk is in {@code disk}, what the topic says in {@code
 * topic}.
 *
 * <p>Kafka's own clients complain at every outage: quiet the category {@code org.apache.kafka} to
 * ERROR; this package logs one line when Kafka goes and one when it comes back.
 */
package org.fingerpost.replica;
