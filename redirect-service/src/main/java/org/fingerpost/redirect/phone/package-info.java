/**
 * The phones' door: reads what a phone asks for below {@code /gs/} and answers in its dialect,
 * binary or XML.
 *
 * <p>Decides nothing about routes, waits for nobody, and is imported by no other room.
 */
package org.fingerpost.redirect.phone;
