/**
 * Real backends for tests: a PostgreSQL and a Kafka broker, from containers where there is an
 * engine, else embedded.
 *
 * <p>{@link org.fingerpost.testkit.Backends} starts both for a {@code @QuarkusTest}; the libraries'
 * own tests use {@link org.fingerpost.testkit.TestPostgres} and {@link
 * org.fingerpost.testkit.TestKafka} alone. Nothing here stands in for a part of the product.
 */
package org.fingerpost.testkit;
