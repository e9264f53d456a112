/**
 * The three services and the gateway: the variables they are told, the line that starts them, how
 * they say that they are ready.
 *
 * <p>Knows nothing of what a service does.
 */
package org.fingerpost.launcher.services;
