/**
 * Bytes of any length sealed under a passphrase that a person remembers or a safe holds. What is in
 * them is not known here; no phone reads it.
 */
package org.fingerpost.envelope;
