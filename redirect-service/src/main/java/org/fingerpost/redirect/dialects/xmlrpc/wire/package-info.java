/**
 * XML-RPC as bytes: a call as it comes, an answer as it goes.
 *
 * <p>Knows no method. Reads with {@code MarkupReader}, so there are no document types and no
 * entities, and everything has a limit.
 */
package org.fingerpost.redirect.dialects.xmlrpc.wire;
