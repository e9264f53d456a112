/**
 * Servers on 127.0.0.1 for tests: one that behaves, one that sends any bytes it is given; and the
 * files they serve. No test lives here.
 */
package org.fingerpost.cli.loopback;
