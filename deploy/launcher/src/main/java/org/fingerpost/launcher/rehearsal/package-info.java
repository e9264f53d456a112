/**
 * A first day played to an empty deployment so that the services' JVMs learn it: what they learned
 * is kept, the deployment is not.
 *
 * <p>What a JVM writes and when it takes it is in {@code services}.
 */
package org.fingerpost.launcher.rehearsal;
