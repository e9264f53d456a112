/**
 * The phones' door: reads what a phone asks for below {@code /p/}, decides whether it may have it,
 * and answers in the dialect asked for.
 *
 * <p>What a phone should be told is {@code assembly}'s. Waits for nobody, and is imported by no
 * other room.
 */
package org.fingerpost.config.phone;
