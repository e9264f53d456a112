/**
 * The customers who own phones and run servers, and the path keys that name them.
 *
 * <p>Owns the table {@code provider}. Their API keys, and what services are told of them, live in
 * {@code keys}; what a provider owns (target servers, ranges) lives in rooms of its own.
 */
package org.fingerpost.redirect.providers;
