/**
 * What keeps the secrets of target servers: the key of this service's own, and settings sealed
 * under it.
 *
 * <p>Knows no database, no Kafka and no HTTP. To whom an opened secret may be told is decided in
 * {@code phone}.
 */
package org.fingerpost.redirect.secrets;
