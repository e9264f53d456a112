/**
 * The phones of a storm on the wire: one connection a phone, as many at a time as there are
 * sockets, and what came of them. Knows no API.
 */
package org.fingerpost.cli.storm.load;
