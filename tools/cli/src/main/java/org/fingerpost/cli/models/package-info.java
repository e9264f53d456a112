/**
 * Which phone is played: its identity, and how its family behaves as far as manuals tell. Plain
 * values; nothing here asks or remembers anything.
 */
package org.fingerpost.cli.models;
