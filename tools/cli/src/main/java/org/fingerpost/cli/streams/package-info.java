/**
 * Where bytes come from and go to: files and the three streams of the process, and how a command
 * says that it could not do its work. What the bytes mean is not known here.
 */
package org.fingerpost.cli.streams;
