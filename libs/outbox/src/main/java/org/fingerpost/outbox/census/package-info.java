/**
 * Measurements that are questions to a control plane's tables: the outbox's depth and age, and
 * whatever a service adds as beans.
 *
 * <p>What is asked about a service's own tables lives in that service.
 */
package org.fingerpost.outbox.census;
