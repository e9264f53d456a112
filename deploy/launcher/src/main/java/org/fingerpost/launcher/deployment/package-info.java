/**
 * A whole deployment: what is started in which order, what becomes of a start that fails, how all
 * of it stops, and how it stands.
 *
 * <p>The way in is {@link org.fingerpost.launcher.deployment.Deployment}; the command line and the
 * journeys use it alike. How one program is started is not decided here but in {@code parts}.
 */
package org.fingerpost.launcher.deployment;
