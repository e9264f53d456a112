/**
 * One HTTP request to an address that was checked.
 *
 * <p>The name goes into the Host header and the TLS handshake, the connection to the checked
 * address; nothing is resolved twice, no redirect is followed, no more is read than was asked for.
 */
package org.fingerpost.redirect.egress.http;
