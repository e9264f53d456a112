/**
 * Fuzzing of what programs send to the services: calls, not files. Targets make the same claims as
 * those of {@code files}.
 */
package org.fingerpost.fuzz.calls;
