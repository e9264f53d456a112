/**
 * The API keys of providers: made, listed, revoked, and told to every service.
 *
 * <p>Owns the table {@code api_key} and the state records {@code provider/{id}}, which carry the
 * hashes of the keys beside the path key. Knows of a provider only that; its name and address are
 * {@code providers}.
 */
package org.fingerpost.redirect.providers.keys;
