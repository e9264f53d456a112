/**
 * What an operator or a provider is told when a request to the control plane cannot be answered:
 * RFC 9457 problem details.
 *
 * <p>Here live the exception that carries a problem out of a room, and the mappers that turn the
 * framework's own failures into problems. Phones never see any of this: their doors have one bare
 * 404.
 */
package org.fingerpost.problems;
