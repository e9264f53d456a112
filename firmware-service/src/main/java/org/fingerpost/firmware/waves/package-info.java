/**
 * How a rollout goes on: how large its waves are, when they may begin, and what is concluded from
 * what phones did. Pure decisions over counted numbers.
 *
 * <p>Knows no release, no phone by name, no clock, no database and no Kafka.
 */
package org.fingerpost.firmware.waves;
