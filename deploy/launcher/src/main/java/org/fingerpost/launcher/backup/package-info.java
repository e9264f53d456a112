/**
 * What a backup of one machine is on the disk, and how files get into it and out of it.
 *
 * <p>Not here: what PostgreSQL wants done before and after its files are copied.
 */
package org.fingerpost.launcher.backup;
