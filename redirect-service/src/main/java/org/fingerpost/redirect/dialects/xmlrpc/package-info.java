/**
 * The dialect of Yealink's, Htek's and Akuvox's redirection services: XML-RPC with HTTP Basic, and
 * methods named {@code redirect.…}.
 *
 * <p>Finds the method, and says what came of it in the vendors' texts, which programs look for.
 * What becomes of phones and servers is decided by {@code ranges.Phones} and {@code targets}.
 */
package org.fingerpost.redirect.dialects.xmlrpc;
