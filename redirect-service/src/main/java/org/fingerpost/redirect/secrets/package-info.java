/**
 * What keeps secrets: the key of this service's own, keys derived from it, and what is sealed under
 * them for target servers and dialects.
 *
 * <p>Knows no database, no Kafka and no HTTP. To whom an opened secret may be told is decided in
 * {@code phone}.
 */
package org.fingerpost.redirect.secrets;
