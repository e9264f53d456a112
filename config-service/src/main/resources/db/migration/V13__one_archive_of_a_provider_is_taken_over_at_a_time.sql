-- What waits of an archive may be gigabytes, so a provider has one that waits. Of those that are open now the newest stays.
UPDATE archive_job SET state = 'failed', reason = 'another archive came in meanwhile', finished_at = now(), to_be_wiped = true
WHERE state IN ('filling', 'running') AND id NOT IN (
    SELECT max(id) FROM archive_job WHERE state IN ('filling', 'running') GROUP BY provider_id);

CREATE UNIQUE INDEX archive_job_one_at_a_time ON archive_job (provider_id) WHERE state IN ('filling', 'running');
