/**
 * {@code fingerpost xml}: provisioning XML from and to lines, sealing and opening. The formats
 * themselves live in device-formats.
 */
package org.fingerpost.cli.xml;
