/**
 * {@code fingerpost batch}, the manual's configuration file generator: options, the run over a
 * device list on all cores, and what is told of it at the end.
 */
package org.fingerpost.cli.batch;
