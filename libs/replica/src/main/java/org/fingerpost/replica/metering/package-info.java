/**
 * What a replica tells of itself to whoever measures: age, lag, and how far it has come.
 *
 * <p>What is done about it is decided by rules for alerts, not here.
 */
package org.fingerpost.replica.metering;
