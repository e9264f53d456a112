/**
 * Kafka: our own in a JVM of its own, or somebody else's.
 *
 * <p>Not here: topics, which the services make themselves, and Kafka's classes, which stay in its
 * process.
 */
package org.fingerpost.launcher.kafka;
