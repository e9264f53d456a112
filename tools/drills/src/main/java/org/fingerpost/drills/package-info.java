/**
 * Drills: processes are killed and frozen under a load of phones and writers, and what got lost is
 * counted. Black box: nothing of a service is imported here.
 *
 * <p>{@code ledger} what was acknowledged · {@code town} the processes · {@code phones} and {@code
 * writes} the load · {@code proof} what is there afterwards · {@code drilled} what a service must
 * say of itself to be drilled, which {@code redirect}, {@code config} and {@code firmware} do.
 */
package org.fingerpost.drills;
