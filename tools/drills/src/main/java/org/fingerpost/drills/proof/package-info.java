/**
 * After the drills: is everything there that was acknowledged or answered? In the API, at each door
 * and in Kafka.
 */
package org.fingerpost.drills.proof;
