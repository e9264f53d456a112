/**
 * The customers who own phones and run servers, and the API keys and path keys that name them.
 *
 * <p>Owns the tables {@code provider} and {@code api_key} and the state records {@code
 * provider/{id}}. What a provider owns (target servers, ranges) lives in rooms of its own.
 */
package org.fingerpost.redirect.providers;
