/**
 * The state folder of one deployment: where everything lies in it, who may read it, who works on it
 * now, and what must be the same after a restart (ports, process numbers).
 *
 * <p>Not here: what is written into it by the programs themselves.
 */
package org.fingerpost.launcher.home;
