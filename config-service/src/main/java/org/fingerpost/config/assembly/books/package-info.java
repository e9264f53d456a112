/**
 * The state of this service and of redirect as it has arrived here, to be looked up: providers and
 * their keys and admission, sheets, revisions that have a name.
 *
 * <p>What a device is told of it is {@code assembly}.
 */
package org.fingerpost.config.assembly.books;
