/**
 * How a phone reads its configuration files: binary, XML, sealed XML. Written from the format alone
 * and on the JDK alone; it shares no class with the library that writes such files, so that the two
 * cannot agree on a mistake.
 */
package org.fingerpost.cli.files;
