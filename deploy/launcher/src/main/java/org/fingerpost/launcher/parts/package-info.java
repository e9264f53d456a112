/**
 * What PostgreSQL, Kafka and the services have in common when they are started, asked and stopped.
 *
 * <p>How each of them is prepared lives in {@code postgresql}, {@code kafka} and {@code services};
 * which are started when, and what becomes of a failure, in {@code deployment}.
 */
package org.fingerpost.launcher.parts;
