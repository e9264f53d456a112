/**
 * {@code fingerpost cfg}: the config binary from and to lines, and the inspector. The format itself
 * lives in device-formats.
 */
package org.fingerpost.cli.cfg;
