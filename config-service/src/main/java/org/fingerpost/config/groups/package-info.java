/**
 * A provider's groups of devices, which may lie in each other.
 *
 * <p>Owns the tables {@code device_group} and {@code device_group_history} and the state records
 * {@code group/{provider}/{name}}. What a group's devices are told is its sheet, in {@code sheets}.
 */
package org.fingerpost.config.groups;
