/**
 * Bytes, each named by its digest and stored once, on this machine's disk; and the bytes that are
 * on their way to become so.
 *
 * <p>Knows neither names of files nor releases nor who may have what: the rooms that hold blobs say
 * so as {@link org.fingerpost.firmware.blobs.BlobHolder}s. A blob never changes; {@link
 * org.fingerpost.firmware.blobs.BlobLayout} alone knows where it lies.
 */
package org.fingerpost.firmware.blobs;
