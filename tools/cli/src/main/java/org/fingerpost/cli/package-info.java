/**
 * The {@code fingerpost} command: options in, sentences or JSON out. {@code phone} walks and {@code
 * walk} is what it saw; {@code models} says which phone it is, {@code files} how its files read,
 * {@code wire} how bytes travel, {@code strict} what is judged.
 */
package org.fingerpost.cli;
