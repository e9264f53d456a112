/**
 * The machine as a launcher sees it: processes that are known again after a restart, ports, logs.
 *
 * <p>Knows nothing of Fingerpost: what is started lives in {@code parts}, where its files lie in
 * {@code home}.
 */
package org.fingerpost.launcher.machine;
