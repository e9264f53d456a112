/**
 * The phones' door: reads what a phone asks for below {@code /fw/} and answers with the bytes that
 * the catalog offers.
 *
 * <p>Decides nothing about releases, waits for nobody, and is imported by no other room.
 */
package org.fingerpost.firmware.phone;
