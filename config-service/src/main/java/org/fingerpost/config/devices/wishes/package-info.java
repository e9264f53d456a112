/**
 * What a provider wishes for a device, and what is said of it: whether it can be kept, its secrets
 * sealed, whether it makes a file.
 *
 * <p>Keeps nothing: that is {@code devices}.
 */
package org.fingerpost.config.devices.wishes;
