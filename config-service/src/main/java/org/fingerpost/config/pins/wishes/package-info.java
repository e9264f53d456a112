/** PINs that a provider wants to be made: as they come in, and what is wrong with them. */
package org.fingerpost.config.pins.wishes;
