/**
 * {@code fingerpost archive}: everything that a provider owns, fetched from a config service
 * sealed, brought to another, or listed without one. A passphrase is never an argument.
 */
package org.fingerpost.cli.archive;
