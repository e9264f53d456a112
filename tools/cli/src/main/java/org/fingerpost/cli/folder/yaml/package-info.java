/**
 * YAML as texts, lists and mappings with their lines, read within limits. Nothing is ever made of a
 * tag, and no text becomes a number: {@code P271: 01} is the text 01.
 */
package org.fingerpost.cli.folder.yaml;
