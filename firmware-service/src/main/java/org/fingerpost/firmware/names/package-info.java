/**
 * How firmware is named: whom it is for, in which version, its files and their further names, and
 * what a phone asks for. Values that refuse nonsense.
 *
 * <p>Which file answers a name is decided in {@code catalog}.
 */
package org.fingerpost.firmware.names;
