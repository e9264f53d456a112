/**
 * Files from the doors, as transfers want them: a small one whole, fresh for a second and then
 * checked by its entity tag; of a large one the parts that are wanted.
 *
 * <p>How a door is asked lives in {@code doors}. Memory is bounded here, whatever is asked for.
 */
package org.fingerpost.gateway.upstream;
