/**
 * One HTTP origin in front of the three services: which of them a path belongs to, and what it is
 * told about the caller. Passing on is done by a library.
 *
 * <p>Nothing is cached, and nothing is logged: a path may hold a token.
 */
package org.fingerpost.gateway.front;
