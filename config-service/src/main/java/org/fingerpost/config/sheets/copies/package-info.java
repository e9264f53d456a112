/**
 * Copies of sheets with their secrets in clear, for archives, and sheets of such copies. What is
 * put goes the way of every other draft and revision, through {@code sheets}.
 */
package org.fingerpost.config.sheets.copies;
