/**
 * The archives that are being taken over, as the database has them: jobs, and documents that wait.
 */
package org.fingerpost.config.archives.jobs;
