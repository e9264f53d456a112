/**
 * Copies of devices with their secrets in clear, for archives, and devices of such copies. What is
 * put goes the way of every other change, through {@code devices}.
 */
package org.fingerpost.config.devices.copies;
