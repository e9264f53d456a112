/**
 * Holds the contracts to their own word: the schemas are schemas, the examples pass and fail, the
 * AsyncAPI document names all of them.
 *
 * <p>That a service produces what the contracts say is tested in that service.
 */
package org.fingerpost.contracts;
