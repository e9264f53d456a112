/**
 * XML as far as phones' files use it: elements, attributes, text, comments. What else XML 1.0 has,
 * document types and entities above all, is refused: no file needs it and every attack does. What
 * the elements mean is not known here.
 */
package org.fingerpost.formats.markup;
