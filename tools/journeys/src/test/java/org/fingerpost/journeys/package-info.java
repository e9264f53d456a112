/**
 * Black-box tests on the packaged services: real processes, a real PostgreSQL, a real Kafka, and a
 * virtual phone that shares no class with what it reads.
 *
 * <p>Nothing of a service is imported here; whatever a journey knows, a provider or a phone could
 * know.
 */
package org.fingerpost.journeys;
