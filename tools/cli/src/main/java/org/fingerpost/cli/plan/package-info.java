/**
 * {@code fingerpost plan} and {@code fingerpost apply}: what a folder would change, shown before
 * anything is, and then done. What the folder says is read in {@code folder}.
 */
package org.fingerpost.cli.plan;
