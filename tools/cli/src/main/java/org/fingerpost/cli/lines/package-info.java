/**
 * Settings as people and scripts write them: one {@code name=value} a line, or JSON. Values are
 * raw; text templates, which know style and comments, are not read here.
 */
package org.fingerpost.cli.lines;
