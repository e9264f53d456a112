/**
 * Why a device is told what it is told, now, at a moment in the past, or if a draft were published:
 * each value with its layer, and the bytes. What was true when is put together anew from revisions,
 * the way a door puts together what is true now.
 */
package org.fingerpost.config.why;
