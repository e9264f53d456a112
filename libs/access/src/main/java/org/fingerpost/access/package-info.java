/**
 * Who is calling the control plane: the operator, a provider, or nobody.
 *
 * <p>API keys, the register of providers as redirect's state topic tells it, and the gate that
 * stands before every {@code /api/} path. Whether a caller may have a certain thing is decided by
 * that thing's keeper. Phones are not callers; their admission is the config service's.
 */
package org.fingerpost.access;
