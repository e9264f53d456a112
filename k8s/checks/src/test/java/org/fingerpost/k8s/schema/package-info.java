/**
 * Whether a document has the fields its kind has, of the right types, and all that are needed.
 * Strict, as a cluster is with {@code --validate=strict}. What is wise, {@code policy} says.
 */
package org.fingerpost.k8s.schema;
