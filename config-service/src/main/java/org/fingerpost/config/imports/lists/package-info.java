/**
 * Device lists as they come in: CSV, read as a stream, with limits, and what a row says.
 *
 * <p>{@code Column} alone knows which columns there are. Whether a device may be kept is not judged
 * here.
 */
package org.fingerpost.config.imports.lists;
