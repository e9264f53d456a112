/**
 * What happened to a phone: each request with its outcome, and where it came to rest. Values only;
 * walking is in {@code phone}, judging in {@code strict}, printing in the command.
 */
package org.fingerpost.cli.walk;
