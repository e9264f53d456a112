/**
 * Bytes, each named by its digest and stored once, on this machine's disk.
 *
 * <p>Knows neither names of files nor releases nor who may have what. A blob never changes and is
 * never deleted here; {@link org.fingerpost.firmware.blobs.BlobLayout} alone knows where it lies.
 */
package org.fingerpost.firmware.blobs;
