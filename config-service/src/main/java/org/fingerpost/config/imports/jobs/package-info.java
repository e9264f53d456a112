/**
 * What is kept of a device list while it is worked on: the job, its sealed rows, its verdicts.
 *
 * <p>Owns the tables {@code device_job}, {@code device_job_row} and {@code device_job_verdict}.
 */
package org.fingerpost.config.imports.jobs;
