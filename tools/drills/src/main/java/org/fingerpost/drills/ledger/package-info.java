/**
 * What the world was told and what it may therefore expect: acknowledged writes, times of calm and
 * of disturbance, and the counts of a drill.
 *
 * <p>Speaks to nobody: no HTTP, no Kafka, no process.
 */
package org.fingerpost.drills.ledger;
