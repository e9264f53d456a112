/**
 * What may be chosen about a deployment: the FINGERPOST_ variables, read once and refused with a
 * sentence when they make no sense.
 *
 * <p>Not here: what the services themselves can be told; their variables pass through unread.
 */
package org.fingerpost.launcher.settings;
