/**
 * Blobs in an object store that speaks S3.
 *
 * <p>{@link org.fingerpost.firmware.s3.BucketKeys} alone knows under which keys things lie, {@link
 * org.fingerpost.firmware.s3.Bucket} alone how the store is spoken to and what its refusals mean.
 * Phones never wait for any of it: a door serves from its shelf.
 */
package org.fingerpost.firmware.s3;
