/**
 * A config door with a million devices, beside nginx that serves ready files of the same size from
 * its disk; and how soon the door knows of a change, starts from its disk, and what it takes of
 * memory. With fewer devices, beside another provisioning server.
 */
package org.fingerpost.bench.fleet;
