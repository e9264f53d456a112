/** After the drills: has everything that was answered been told in Kafka? */
package org.fingerpost.drills.proof;
