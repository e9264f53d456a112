/**
 * Very many phones in a short time: the command, and what it says of how it went. The fleet is
 * registered in {@code fleet}, played in {@code load}; {@code simulation} does without either.
 */
package org.fingerpost.cli.storm;
