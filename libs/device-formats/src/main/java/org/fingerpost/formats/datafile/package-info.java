/**
 * How the library's own data files are read: XML of elements and attributes, from the jar.
 *
 * <p>These bytes are ours. What comes from outside is read elsewhere, with limits.
 */
package org.fingerpost.formats.datafile;
