/**
 * The service as a whole, through its doors, on a real database and a real broker; redirect is
 * played by a publisher of its state records.
 */
package org.fingerpost.config;
